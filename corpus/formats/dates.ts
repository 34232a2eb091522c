/**
 * Dates as ISO 8601: takes what a record says, gives the same moment in that form when there is only one way to read it (ISO 8601 in
 * all its spellings, the dates of feeds and mails, the seconds of machines), and otherwise what was written.
 */

export function isoDate(written: string): string {
  const text = withLatinDigits(written.trim());
  return fromIso(text) ?? fromMail(text) ?? fromSeconds(text) ?? written.trim();
}

const ISO =
  /^(?<year>\d{4})(?<sign>[-/.]?)(?<month>\d\d)\k<sign>(?<day>\d\d)(?:[T\s]\s*(?<hour>\d\d):?(?<minute>\d\d)(?::?(?<second>\d\d)(?<fraction>[.,]\d+)?)?\s*(?<zone>Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?$/iu;

function fromIso(text: string): string | undefined {
  const parts = ISO.exec(text)?.groups;
  if (parts === undefined) return undefined;
  const { year, month, day, hour, minute, second, fraction = '', zone } = parts;
  const date = dateOf(Number(year), Number(month), Number(day));
  if (date === undefined || hour === undefined) return date;
  const time = timeOf(hour, minute, second, zone);
  return time === undefined
    ? undefined
    : `${date}T${time[0]}${second === undefined ? '' : fraction.replace(',', '.')}${time[1]}`;
}

/** `Sat, 02 Jul 2016 10:00:00 +0300` (RFC 822 and those that followed it). */
const MAIL =
  /^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?(?<day>\d{1,2})[\s-](?<month>[a-z]{3})[a-z]*[\s-](?<year>\d{4}|\d\d)\s+(?<hour>\d\d?):(?<minute>\d\d)(?::(?<second>\d\d))?(?:\s*(?<zone>[+-]\d{2}:?\d\d|[a-z]{1,4}))?(?:\s*\(.{0,40}\))?$/iu;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function fromMail(text: string): string | undefined {
  const parts = MAIL.exec(text)?.groups;
  if (parts === undefined) return undefined;
  const { year, month, day, hour, minute, second, zone } = parts;
  // Two digits mean a year from 1950 to 2049, as the successor of RFC 822 has it.
  const full = year.length === 4 ? Number(year) : Number(year) + (Number(year) < 50 ? 2000 : 1900);
  const date = dateOf(full, MONTHS.indexOf(month.toLowerCase()) + 1, Number(day));
  const time = timeOf(hour.padStart(2, '0'), minute, second, zone);
  return date === undefined || time === undefined ? undefined : `${date}T${time[0]}${time[1]}`;
}

/** Seconds or milliseconds since 1970, from 2001 to 2286. */
function fromSeconds(text: string): string | undefined {
  if (!/^\d{10}(?:\d{3})?$/u.test(text)) return undefined;
  const milliseconds = text.length === 10 ? Number(text) * 1000 : Number(text);
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}

function dateOf(year: number, month: number, day: number): string | undefined {
  const days = month < 1 || month > 12 ? 0 : new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day < 1 || day > days || year < 1) return undefined;
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** The time of day and its zone; a zone by name counts only where feeds agreed on it. */
function timeOf(
  hour: string,
  minute: string,
  second: string | undefined,
  zone: string | undefined,
): readonly [string, string] | undefined {
  const offset = offsetOf(zone);
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 60 || offset === undefined)
    return undefined;
  return [`${hour}:${minute}${second === undefined ? '' : `:${second}`}`, offset];
}

const ZONES: Readonly<Record<string, string>> = {
  ...{ z: 'Z', ut: 'Z', utc: 'Z', gmt: 'Z', est: '-05:00', edt: '-04:00', cst: '-06:00', cdt: '-05:00' },
  ...{ mst: '-07:00', mdt: '-06:00', pst: '-08:00', pdt: '-07:00' },
};

function offsetOf(zone: string | undefined): string | undefined {
  if (zone === undefined) return '';
  const digits = /^([+-])(\d\d):?(\d\d)?$/u.exec(zone);
  if (digits === null) return ZONES[zone.toLowerCase()];
  const [, sign, hours, minutes = '00'] = digits;
  return Number(hours) > 15 || Number(minutes) > 59 ? undefined : `${sign}${hours}:${minutes}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function withLatinDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/gu, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}
