/**
 * Real brokers for tests, each on a port and in a folder of its own: Redis with an append-only file, and PostgreSQL. Where
 * one is not installed its tests are skipped, and say so.
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export interface Server {
  readonly url: string;
  readonly start: () => Promise<void>;
  /** Ends it in the middle of whatever it does, as a loss of power would. */
  readonly kill: () => Promise<void>;
}

export const hasRedis = spawnSync('redis-server', ['--version']).status === 0;
export const whenRedis = hasRedis ? test : test.skip;

/** Debian puts the programs of PostgreSQL beside the path. */
const POSTGRES = folderOfPostgres();
export const whenPostgres = POSTGRES === undefined ? test.skip : test;

/** Says once what is missing. */
export function tellMissing(): void {
  if (!hasRedis) console.warn('redis-server is not installed: the tests of queues over Redis are skipped');
  if (POSTGRES === undefined)
    console.warn('PostgreSQL is not installed: the test of a queue over it is skipped');
}

/** What the tests of a file start; everything ends and goes away after the last of them. To be called outside tests. */
export interface Lab {
  /** A new empty folder. */
  readonly folder: () => string;
  /** A Redis with an append-only file, or with other settings. */
  readonly redis: (...settings: readonly string[]) => Promise<Server>;
  readonly postgres: () => Promise<Server>;
}

export function lab(): Lab {
  const servers: Server[] = [];
  const folders: string[] = [];
  const folder = () => {
    const made = mkdtempSync(path.join(tmpdir(), 'isnad-lab-'));
    folders.push(made);
    return made;
  };
  const kept = async (server: Promise<Server>) => {
    servers.push(await server);
    return server;
  };
  afterAll(async () => {
    for (const server of servers) await server.kill();
    for (const made of folders) rmSync(made, { recursive: true, force: true });
  });
  return {
    folder,
    redis: (...settings) => kept(redisServer(folder(), settings)),
    postgres: () => kept(postgresServer(folder())),
  };
}

async function redisServer(folder: string, settings: readonly string[]): Promise<Server> {
  const port = await freePort();
  const fixed = [
    '--port',
    `${port}`,
    '--bind',
    '127.0.0.1',
    '--dir',
    folder,
    '--save',
    '',
    '--loglevel',
    'warning',
  ];
  return serverOf(`redis://127.0.0.1:${port}`, port, () =>
    spawn('redis-server', [...fixed, ...(settings.length > 0 ? settings : ['--appendonly', 'yes'])]),
  );
}

async function postgresServer(folder: string): Promise<Server> {
  const port = await freePort();
  // It refuses to run as root; nobody may do.
  const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = path.join(folder, 'data');
  execFileSync(path.join(POSTGRES!, 'initdb'), ['-D', data, '-A', 'trust', '-U', 'isnad', '--no-sync'], {
    ...user,
    stdio: 'ignore',
  });
  const settings = ['-p', `${port}`, '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='];
  return serverOf(`postgres://isnad@127.0.0.1:${port}/postgres`, port, () =>
    spawn(path.join(POSTGRES!, 'postgres'), ['-D', data, ...settings], { ...user, cwd: folder }),
  );
}

function serverOf(url: string, port: number, launch: () => ChildProcess): Server {
  let running: ChildProcess | undefined;
  const kill = async () => {
    if (running === undefined || running.exitCode !== null) return;
    const gone = once(running, 'exit');
    running.kill('SIGKILL');
    await gone;
    running = undefined;
  };
  return {
    url,
    kill,
    start: async () => {
      running = launch();
      running.stdout?.resume();
      running.stderr?.resume();
      await answering(port);
    },
  };
}

async function answering(port: number): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const socket = net.connect(port, '127.0.0.1');
    const isOpen = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (isOpen) return;
    await pause(50);
  }
  throw new Error(`nothing answers at port ${port}`);
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as net.AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function folderOfPostgres(): string | undefined {
  const versions = '/usr/lib/postgresql';
  if (!existsSync(versions)) return undefined;
  return readdirSync(versions)
    .map((version) => path.join(versions, version, 'bin'))
    .find((folder) => existsSync(path.join(folder, 'initdb')) && existsSync(path.join(folder, 'postgres')));
}
