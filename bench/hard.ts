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
  return growth(setting, `ب${'\u064e'.repeat(1_000_000)}`);
}

export function oneName(setting: Setting): Growth {
  return growth(setting, 'أنطونيو غوتيريش '.repeat(200_000));
}

export function longLine(setting: Setting): Growth {
  const bytes = Buffer.byteLength(CLAUSE);
  return growth(setting, CLAUSE.repeat(Math.ceil(10_000_000 / bytes)));
}

/** Cues, names and ordinary words that never come to a mark. */
const CLAUSE =
  'وقال وزير النقل الأردني سامر العبدلات إن العمل في الجسر الجديد مستمر رغم الأمطار وأضاف أن المدينة تنتظر افتتاحه ' +
  'قبل نهاية الصيف فيما أكد رئيس البلدية أن الحافلات ستعود إلى خطوطها القديمة بعد أيام قليلة ';

/** Half and whole in turns for as long as the setting says, at least once each, after a quarter to warm up. */
function growth({ seconds }: Setting, text: string): Growth {
  const lineOf = lineMaker();
  const half = text.slice(0, text.length >> 1);
  lineOf(text.slice(0, text.length >> 2));
  const halves: number[] = [];
  const wholes: number[] = [];
  for (let spent = 0; spent < seconds; spent += halves.at(-1)! + wholes.at(-1)!) {
    halves.push(secondsOf(() => lineOf(half)));
    wholes.push(secondsOf(() => lineOf(text)));
  }
  return { kind: 'growth', half: median(halves), full: median(wholes), bytes: Buffer.byteLength(text) };
}
