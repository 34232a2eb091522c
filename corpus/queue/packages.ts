/**
 * The packages that only a queue needs. They are optional, so whoever never starts a queue never installs them; takes
 * nothing, gives the loaded package or one line that says what to install.
 */
import { QueueError } from './queue-error.js';

/** BullMQ itself. */
export async function loadBullmq(): Promise<typeof import('bullmq')> {
  return loaded('bullmq', 'bullmq@6', () => import('bullmq'));
}

/** The driver for Redis, which BullMQ looks for by itself when it connects. */
export async function loadRedisDriver(): Promise<typeof import('ioredis').Redis> {
  return loaded('ioredis', 'bullmq@6 ioredis@5', async () => (await import('ioredis')).Redis);
}

/** Looks for the driver for PostgreSQL, which only BullMQ uses. */
export async function findPostgresDriver(): Promise<void> {
  await loaded('pg', 'bullmq@6 pg@8', async () => import.meta.resolve('pg'));
}

async function loaded<T>(name: string, packages: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new QueueError(
      `a queue needs the package ${name}, which is not installed; run npm install ${packages}`,
    );
  }
}
