/** Sound articles that stand beside hostile ones, so that it shows when those take their neighbours with them. */

/** A text that names somebody and quotes him, unlike that of any other number. */
export function soundText(number = 0): string {
  return [
    `افتتح وزير النقل سامر العبدلات الجسر رقم ${number} في مدينة العقبة يوم الأحد.`,
    `وقال العبدلات إن الجسر رقم ${number} جاهز أمام السيارات منذ اليوم.`,
  ].join('\n');
}

export function jsonLine(id: unknown, text = soundText()): string {
  return `${JSON.stringify({ id, text })}\n`;
}

/** So many lines with ids `sound-0`, `sound-1` and so on, from `first`. */
export function soundLines(count: number, first = 0): string {
  return Array.from({ length: count }, (_, index) =>
    jsonLine(`sound-${first + index}`, soundText(first + index)),
  ).join('');
}

/** The ids of `soundLines`. */
export function soundIds(count: number, first = 0): string[] {
  return Array.from({ length: count }, (_, index) => `sound-${first + index}`);
}

export function rssItem(id: string, body = soundText()): string {
  return `<item><guid>${id}</guid><title>افتتاح جسر في العقبة</title><description>${body}</description></item>`;
}

export function rss(items: string, doctype = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${doctype}<rss version="2.0"><channel><title>صحيفة الساحل</title>${items}</channel></rss>\n`;
}

export function page(body: string, head = ''): string {
  return `<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>افتتاح جسر في العقبة</title>${head}</head><body>${body}</body></html>\n`;
}

export function paragraphs(text = soundText()): string {
  return `<article><h1>افتتاح جسر في العقبة</h1>${text
    .split('\n')
    .map((line) => `<p>${line}</p>`)
    .join('')}</article>`;
}
