/**
 * Loaded before a program (`node --import`), in each of its threads: whatever tries to connect or to look up a name is
 * noted in the file that ISNAD_NETWORK_LOG names, and fails.
 */
import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

const log = process.env.ISNAD_NETWORK_LOG;
if (log === undefined) throw new Error('ISNAD_NETWORK_LOG names no file');

function refuse(what: string): (...rest: readonly unknown[]) => never {
  return (...rest) => {
    appendFileSync(log!, `${what} ${JSON.stringify(rest[0] ?? null)}\n`);
    throw new Error(`no network: ${what}`);
  };
}

net.Socket.prototype.connect = refuse('connect');
dgram.Socket.prototype.send = refuse('send');
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny'] as const) {
  Object.assign(dns, { [name]: refuse(`dns.${name}`) });
  Object.assign(dns.promises, { [name]: refuse(`dns.${name}`) });
}
syncBuiltinESMExports();
