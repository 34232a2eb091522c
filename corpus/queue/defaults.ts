/** What a queue does when nobody says otherwise. Only values: the help of the commands reads them, and loads nothing else. */

export const DEFAULT_BROKER = 'redis://127.0.0.1:6379';

/** How often a shard is tried before it counts as failed. */
export const ATTEMPTS = 5;
