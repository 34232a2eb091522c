/**
 * Inputs on which a careless program takes quadratic time: each as a whole and as its first half, through the whole
 * pipeline. Where the time is linear, the whole takes twice as long as the half.
 */
import type { Growth, Setting } from './measurement.js';
import { median } from './statistics.js';
import { secondsOf } from './stopwatch.js';
import { lineMaker } from './whole.js';

export function unclosedMarks(setting: Setting): Growth {
  return growth(setting, '«كلمة '.repeat(160_000));
}

export function openingMarks(setting: Setting): Growth {
  return growth(setting, '«'.repeat(100_000));
}

export function diacritics(setting: Setting): Growth {
  return growth(setting, `ب${'\u064e'.repeat(10_000_000)}`);
}

export function oneName(setting: Setting): Growth {
  return growth(setting, 'أنطونيو غوتيريش '.repeat(1_000_000));
}

export function longLine(setting: Setting): Growth {
  const bytes = Buffer.byteLength(CLAUSE);
  return growth(setting, CLAUSE.repeat(Math.ceil(100_000_000 / bytes)));
}

/** Cues, names and ordinary words that never come to a mark. */
const CLAUSE =
  'وقال وزير النقل الأردني سامر العبدلات إن العمل في الجسر الجديد مستمر رغم الأمطار وأضاف أن المدينة تنتظر افتتاحه ' +
  'قبل نهاية الصيف فيما أكد رئيس البلدية أن الحافلات ستعود إلى خطوطها القديمة بعد أيام قليلة ';

/** A text that takes longer is not doubled again: the ratio is known, and a quadratic program would never end. */
const LONG = 15;

/**
 * Doubles the text from an eighth to the whole, which also warms up, and times the last two, in turns for as long
 * as the setting says.
 */
function growth({ seconds }: Setting, text: string): Growth {
  const lineOf = lineMaker();
  const time = (parts: number) => secondsOf(() => lineOf(text.slice(0, Math.floor(text.length / parts))));
  let parts = 4;
  const halves = [time(8)];
  const fulls = [time(4)];
  for (; parts > 1 && fulls[0] < LONG; parts /= 2) {
    const whole = unlessTooLong(() => time(parts / 2));
    if (whole === undefined) break;
    halves[0] = fulls[0];
    fulls[0] = whole;
  }
  for (let spent = halves[0] + fulls[0]; spent < seconds; spent += halves.at(-1)! + fulls.at(-1)!) {
    halves.push(time(parts * 2));
    fulls.push(time(parts));
  }
  return {
    kind: 'growth',
    half: median(halves),
    full: median(fulls),
    parts,
    bytes: Buffer.byteLength(text) / parts,
  };
}

/** What some work gives, unless its line is longer than a string can be; that ends the doubling as well. */
function unlessTooLong(work: () => number): number | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
