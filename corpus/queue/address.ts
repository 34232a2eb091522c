/**
 * Where a broker is: takes what a person wrote, gives a checked address and a name for it that may be printed. It never
 * connects and never shows a password.
 */
import { InputError } from '../input-error.js';
import { DEFAULT_BROKER } from './defaults.js';

export interface BrokerAddress {
  readonly kind: 'redis' | 'postgres';
  readonly url: string;
}

/** What a person may say about the broker. */
interface Named {
  readonly redis?: string;
  readonly postgres?: string;
}

/**
 * The address of the broker that the options name, else the environment, else Redis on this machine.
 * @throws InputError when two are named, or something that is no address
 */
export function brokerAddress(options: Named, environment: NodeJS.ProcessEnv = {}): BrokerAddress {
  const isSaid = options.redis !== undefined || options.postgres !== undefined;
  const { redis, postgres } = isSaid
    ? options
    : { redis: environment.ISNAD_REDIS || undefined, postgres: environment.ISNAD_POSTGRES || undefined };
  if (redis !== undefined && postgres !== undefined) {
    throw new InputError(
      'Redis and PostgreSQL are both named as the broker; give one of --redis and --postgres',
    );
  }
  if (postgres !== undefined) {
    return checked('postgres', postgres, ['postgres:', 'postgresql:'], 'postgres://user@host/database');
  }
  return checked('redis', redis ?? DEFAULT_BROKER, ['redis:', 'rediss:'], DEFAULT_BROKER);
}

/** The address without what is secret in it. */
export function printable({ url }: BrokerAddress): string {
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname === '/' ? '' : pathname}`;
}

function checked(
  kind: BrokerAddress['kind'],
  url: string,
  protocols: readonly string[],
  example: string,
): BrokerAddress {
  if (!URL.canParse(url) || !protocols.includes(new URL(url).protocol)) {
    // The text itself may hold a password.
    throw new InputError(`--${kind}: this is no address of a broker; write it like ${example}`);
  }
  return { kind, url };
}
