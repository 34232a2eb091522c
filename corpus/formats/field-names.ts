/**
 * The names under which formats without a fixed vocabulary keep what an article has, in English and in Arabic, the likeliest
 * first. Case, spaces, hyphens and underscores do not count.
 */
import type { RecordField } from '../record.js';

export const FIELD_NAMES: Readonly<Record<RecordField, readonly string[]>> = {
  text: [
    ...[
      'text',
      'body',
      'articlebody',
      'content',
      'bodytext',
      'fulltext',
      'maintext',
      'articletext',
      'contenttext',
    ],
    ...['plaintext', 'cleantext', 'rawtext', 'newstext', 'storytext', 'story', 'article', 'articlecontent'],
    ...[
      'newscontent',
      'newsbody',
      'storybody',
      'maincontent',
      'bodyhtml',
      'contenthtml',
      'articlehtml',
      'html',
    ],
    ...['rawcontent', 'document', 'paragraphs', 'post', 'message', 'description', 'summary', 'abstract'],
    ...[
      'النص',
      'نص',
      'نصالخبر',
      'نصالمقال',
      'المحتوى',
      'محتوى',
      'المتن',
      'متن',
      'متنالخبر',
      'الخبر',
      'المقال',
      'التفاصيل',
    ],
  ],
  id: [
    ...[
      'id',
      '_id',
      'identifier',
      'articleid',
      'newsid',
      'storyid',
      'docid',
      'docno',
      'documentid',
      'recordid',
      'uuid',
    ],
    ...['guid', 'uri', 'slug', 'المعرف', 'معرف', 'رقم', 'الرقم', 'رقمالخبر', 'url', 'link', 'permalink'],
  ],
  title: [
    ...['title', 'headline', 'head', 'heading', 'articletitle', 'newstitle', 'name', 'subject'],
    ...['العنوان', 'عنوان', 'عنوانالخبر', 'عنوانالمقال'],
  ],
  date: [
    ...[
      'datepublished',
      'publisheddate',
      'publicationdate',
      'publishdate',
      'pubdate',
      'datepublication',
      'published',
    ],
    ...[
      'publishedat',
      'datetime',
      'date',
      'dategmt',
      'timestamp',
      'createdat',
      'created',
      'time',
      'versioncreated',
    ],
    ...['firstcreated', 'updated', 'datemodified', 'تاريخالنشر', 'التاريخ', 'تاريخ', 'تاريخالخبر'],
  ],
  url: [
    'url',
    'link',
    'permalink',
    'canonicalurl',
    'articleurl',
    'newsurl',
    'sourceurl',
    'href',
    'الرابط',
    'رابط',
    'رابطالخبر',
  ],
  publisher: [
    ...[
      'publisher',
      'publishername',
      'outlet',
      'newspaper',
      'site',
      'sitename',
      'source',
      'sourcename',
      'provider',
    ],
    ...['agency', 'domain', 'website', 'الناشر', 'المصدر', 'مصدر', 'الصحيفة', 'صحيفة', 'الموقع', 'الوكالة'],
  ],
  author: [
    ...['author', 'authors', 'byline', 'creator', 'writer', 'reporter', 'authorname', 'by'],
    ...['الكاتب', 'كاتب', 'المؤلف', 'المحرر', 'المراسل', 'بقلم'],
  ],
  language: ['language', 'lang', 'inlanguage', 'languagecode', 'اللغة', 'لغة'],
};

/** A name as it is compared. */
export function plainName(name: string): string {
  return name
    .toLowerCase()
    .replace(/^@/u, '')
    .replace(/(?<=.)[\s_-]/gu, '');
}
