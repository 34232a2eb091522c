/**
 * ninjs, the news of agencies in JSON (https://iptc.org/standards/ninjs/): takes an object, gives one with the usual names when it is a
 * ninjs item of any version, whose bodies and headlines carry their kind in a key or beside them.
 */
import type { JsonObject } from './json-fields.js';

export function ninjsRecord(item: JsonObject): JsonObject | undefined {
  if (typeof item.uri !== 'string') return undefined;
  const body = bodyOf(item);
  if (body === undefined) return undefined;
  return {
    id: item.uri,
    text: body,
    title:
      item.headline ?? firstOf(item.headlines, (each) => each.role === 'main') ?? item.title ?? item.name,
    date: item.versioncreated ?? item.versionCreated ?? item.firstcreated ?? item.firstCreated,
    url: item.url ?? item.href ?? firstOf(item.altids ?? item.altIds, (each) => each.role === 'url'),
    publisher: publisherOf(item),
    author: item.byline ?? firstOf(item.bylines, () => true) ?? item.by,
    language: item.language,
  };
}

/** Versions 1: `body_text`, `body_xhtml`; versions 2 and 3: bodies with a content type, of which text without marks is the best. */
function bodyOf(item: JsonObject): unknown {
  const keys = Object.keys(item).filter((key) => key.startsWith('body_'));
  const key = ['body_text', 'body_xhtml', 'body_html'].find((name) => keys.includes(name)) ?? keys[0];
  if (key !== undefined) return item[key];
  return (
    firstOf(item.bodies, ({ contentType, contenttype }) => (contentType ?? contenttype) === 'text/plain') ??
    firstOf(item.bodies, () => true)
  );
}

function publisherOf(item: JsonObject): unknown {
  return (
    firstOf(item.infosources ?? item.infosource, (each) =>
      /publisher|provider/iu.test(String(each.role ?? '')),
    ) ??
    firstOf(item.organisation ?? item.organisations, ({ rel }) => rel === 'publisher') ??
    item.provider ??
    item.copyrightholder ??
    item.copyrightHolder
  );
}

/** The value of the first object in a list that fits; a list of one that says nothing of its role fits. */
function firstOf(list: unknown, fits: (each: JsonObject) => boolean): unknown {
  if (!Array.isArray(list)) return undefined;
  const objects = list.filter((each): each is JsonObject => typeof each === 'object' && each !== null);
  const found = objects.find(fits) ?? (objects.length === 1 ? objects[0] : undefined);
  return found?.value ?? found?.name;
}
