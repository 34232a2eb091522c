/** The process of a shard that is worked apart: completes the shard that its argument names and tells its parent the outcome. */
import type { Order } from './apart.js';
import { ShardPool } from './shard-pool.js';

// Whoever asked may die; nobody would hear of the shard then.
process.on('disconnect', () => process.exit(1));
const { folder, shard, options }: Order = JSON.parse(process.argv[2]);
const pool = new ShardPool(folder, { ...options, workers: 1, isApart: true });
process.send?.(await pool.complete(shard));
await pool.close();
process.exit(0);
