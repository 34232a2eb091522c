/**
 * What stands in evidence besides pattern rules: the findings that are written in code, each with a sentence that says
 * what it concludes from what, and an invented text in which it is found. The page of rules lists them.
 */

export interface EvidenceEntry {
  readonly id: string;
  readonly says: string;
  readonly example: string;
}

const entry = (id: string, says: string, example: string): EvidenceEntry => ({ id, says, example });

/** Findings of names, in the order of the page. */
export const NAMES: readonly EvidenceEntry[] = [
  entry(
    'names/listed',
    'A row of the lists stands in the text as it is spelled there, attached particles aside.',
    'عاد الوفد إلى بيروت مساء.',
  ),
  entry(
    'names/respelled',
    'A foreign name of the lists stands in the text in another usual spelling.',
    'وصل سيرجي لافروف صباحا.',
  ),
  entry(
    'mention/same-name',
    'A name that is sure in one place of the article stands in another.',
    'وصل المهندس زرياق قندلفت. كانت الرحلة مع زرياق قندلفت طويلة.',
  ),
  entry(
    'mention/short-form',
    'A part of a name that the article has whole stands alone.',
    'وصل الوزير سامر العتيبي صباحا. ثم غادر العتيبي القاعة.',
  ),
  entry('person/initials', 'Initials before a family name are a person.', 'قال ج. د. فانس إن العمل مستمر.'),
  entry(
    'person/english',
    'Capitalized Latin words that are a person’s name in English.',
    'وقالت Emily Watson إن الفيلم جاهز.',
  ),
  entry(
    'place/joined',
    'The second of two places under a class noun in the dual.',
    'شمل المشروع مدينتي كربلاء وسلوانة هذا العام.',
  ),
  entry(
    'organization/head-definite',
    'A class noun with the definite words that describe it.',
    'أعلنت وزارة الموارد المائية موعد السد.',
  ),
  entry(
    'organization/head-place',
    'A class noun of bodies that are called after their place, and the place.',
    'افتتحت بلدية نابلس حديقة جديدة.',
  ),
  entry(
    'organization/head-person',
    'A class noun of bodies that are called after people, and the name behind it.',
    'افتتحت مؤسسة الشيخ سامر العتيبي مدرسة جديدة.',
  ),
  entry(
    'organization/head-name',
    'The name behind a class noun that is no part of it.',
    'وقعت شركة دورنيكسا عقدا جديدا.',
  ),
  entry(
    'organization/head-purpose',
    'A word and what it is for, behind a class noun that is no part of the name.',
    'وقعت شركة مسار للسكك الحديدية عقدا جديدا.',
  ),
  entry(
    'organization/head-described',
    'An unknown word behind a class noun and the words that describe it.',
    'وقعت شركة الاتصالات الوطنية كوريموندا عقدا.',
  ),
  entry(
    'organization/head-marked',
    'What stands in marks behind a class noun, and perhaps words that describe it.',
    'وقعت شركة «رمال البحر» العقد.',
  ),
  entry(
    'organization/definite-purpose',
    'A definite class noun with adjectives and what the body is for.',
    'دعت الهيئة الوطنية للمحامين إلى الإضراب.',
  ),
  entry('organization/court', 'A court of which a state has one.', 'قضت المحكمة الدستورية ببطلان القانون.'),
  entry(
    'organization/acronym',
    'A short name in brackets behind a name.',
    'وقعت شركة «دورنيكسا» (DNX) العقد.',
  ),
  entry(
    'organization/joined',
    'A name in marks joined to an organization in marks.',
    'وتعمل الخدمة عبر «سكايب» و«دورنيكسا» معا.',
  ),
  entry(
    'organization/talks-to',
    'What stands in marks behind words of talking to somebody is a medium.',
    'وأكد في تصريح لـ"المشرق الجديد" أن العمل مستمر.',
  ),
  entry(
    'organization/dateline',
    'What stands in marks beside a place and a dash, alone in its line, is a medium.',
    'عنوان الخبر هنا\n\nبيروت - «المشرق الجديد»\n\nعاد الوفد إلى بيروت مساء أمس بعد جولة طويلة.',
  ),
];

/** Findings of quoted words. */
export const QUOTATIONS: readonly EvidenceEntry[] = [
  entry(
    'quote/cue-marks',
    'Marked words behind a verb of speech, its subject and perhaps a colon.',
    'وقال سامر العتيبي: "العمل مستمر حتى الصيف".',
  ),
  entry(
    'quote/cue-marks-in-clause',
    'Marked words that complete the clause of a verb of speech.',
    'وأعلن سامر العتيبي العزم على «مواصلة العمل في الميناء حتى الصيف».',
  ),
  entry(
    'quote/cue-complementizer',
    'The clause under أن or إن of a verb, participle or noun of speech.',
    'قال سامر العتيبي إن العمل مستمر.',
  ),
  entry(
    'quote/cue-colon',
    'Unmarked words behind a verb of speech and a colon.',
    'وأضاف سامر العتيبي: العمل مستمر ولن نتوقف قبل الصيف.',
  ),
  entry(
    'quote/headline-colon',
    'A speaker, a colon and words, as a headline.',
    'العتيبي: العمل مستمر حتى الصيف\n\nقال وزير النقل سامر العتيبي إن العمل مستمر.',
  ),
  entry(
    'quote/turn-colon',
    'A speaker and a colon at the beginning of a line, as in an interview.',
    'حوار مع الكاتبة ليلى منصور عن روايتها الجديدة\n\n- متى بدأت الكتابة؟\nليلى منصور: بدأت الكتابة في بيت جدي قبل سنوات طويلة.\n- وماذا بعد؟\nليلى منصور: أعمل الآن على رواية جديدة عن البحر.',
  ),
  entry(
    'quote/marks-in-clause',
    'Marked words that are most of the clause under أن or إن.',
    'واعتبر سامر العتيبي أن "العمل مستمر حتى الصيف".',
  ),
  entry(
    'quote/marks-verb-behind',
    'Marked words with a verb of speech behind them.',
    '"العمل مستمر حتى الصيف ولن نتوقف"، يقول سامر العتيبي.',
  ),
  entry(
    'quote/marks-attributed-behind',
    'Marked words with an attribution behind them.',
    '"العمل مستمر حتى الصيف ولن نتوقف"، وفق سامر العتيبي.',
  ),
  entry(
    'quote/attributed-ahead',
    'A sentence that opens with an attribution.',
    'وبحسب وزارة النقل، تبدأ أعمال الميناء الجديد في الصيف.',
  ),
  entry(
    'quote/attributed-behind',
    'A sentence with an attribution at its end.',
    'تبدأ أعمال الميناء الجديد في الصيف، بحسب وزارة النقل.',
  ),
];

/** Sieves that find the speaker, from precise to loose. */
export const SPEAKERS: readonly EvidenceEntry[] = [
  entry(
    'speaker/turn-label',
    'The words before the colon of a headline or of a turn in an interview.',
    'العتيبي: العمل مستمر حتى الصيف\n\nقال وزير النقل سامر العتيبي إن العمل مستمر.',
  ),
  entry(
    'speaker/first-person',
    'The first person in somebody’s words is that somebody.',
    'وقال سامر العتيبي: «أعتقد أن العمل سينتهي قريبا».',
  ),
  entry(
    'speaker/according-to',
    'The noun phrase of an attribution beside the quotation.',
    'تبدأ أعمال الميناء الجديد في الصيف، بحسب وزارة النقل.',
  ),
  entry(
    'speaker/own-words',
    'على حد قوله and its like: who speaks in this sentence, or its subject.',
    'ولا يريد سامر العتيبي إلا "أن تنتهي هذه الأعمال قبل الصيف" على حد تعبيره.',
  ),
  entry(
    'speaker/origin-of-relay',
    'Of a report from somebody, that somebody: the one behind عن.',
    'ونقلت وكالة رويترز عن سامر العتيبي قوله إن العمل مستمر.',
  ),
  entry(
    'speaker/pronoun-of-relay',
    'The same with a pronoun: who spoke last and agrees with it.',
    'قال سامر العتيبي إن العمل مستمر. ونقلت عنه وكالة رويترز قوله إن الميناء جاهز.',
  ),
  entry(
    'speaker/participle-of-cue',
    'Behind a participle of speech, who spoke before in this sentence.',
    'قال سامر العتيبي إن العمل مستمر، مؤكدا أن الميناء جاهز.',
  ),
  entry(
    'speaker/participle-of-sentence',
    'Behind a participle of speech, the subject of its sentence.',
    'وصل سامر العتيبي إلى الميناء، مؤكدا أن العمل مستمر.',
  ),
  entry(
    'speaker/subject-of-sentence',
    'Of verbal nouns, relative clauses and verbs without a subject of their own, the subject of the sentence.',
    'وانتقد سامر العتيبي ما وصفه بـ«الإهمال الكبير في الميناء».',
  ),
  entry('speaker/document', 'A document in which something stands.', 'وجاء في صحيفة الحياة أن العمل مستمر.'),
  entry('speaker/subject-behind-cue', 'The noun phrase behind the verb.', 'قال سامر العتيبي إن العمل مستمر.'),
  entry(
    'speaker/antecedent',
    'Of a relative clause, what it describes.',
    'والتقى سامر العتيبي الوزيرة ليلى منصور التي أكدت أن العمل مستمر.',
  ),
  entry(
    'speaker/nearest-before-clause',
    'Of a clause such as حيث قال, who is named last before it.',
    'وذلك في حوار للكاتب سامر العتيبي مع صحيفة «الحياة» قال فيه: «القراءة بابي إلى العالم».',
  ),
  entry('speaker/subject-before-cue', 'The noun phrase before the verb.', 'سامر العتيبي قال إن العمل مستمر.'),
  entry(
    'speaker/last-speaker',
    'Where nobody is named, who spoke last and agrees with the verb.',
    'قال سامر العتيبي إن العمل مستمر. وأضاف أن الميناء جاهز.',
  ),
  entry(
    'speaker/last-subject',
    'Where nobody has spoken yet, the subject of one of the two sentences before.',
    'وصل سامر العتيبي إلى الميناء. وقال إن العمل مستمر.',
  ),
  entry(
    'speaker/title-of-entity',
    'Who in the article holds the title.',
    'زار وزير النقل سامر العتيبي الميناء. وقال الوزير إن العمل مستمر.',
  ),
  entry(
    'speaker/dual-title',
    'The two who hold a title in the dual.',
    'التقى وزير النقل سامر العتيبي وزير المالية نزار عياد. وقال الوزيران إن العمل مستمر.',
  ),
  entry(
    'speaker/same-description',
    'The same description as before, or one that points back, is the same speaker.',
    'قال مصدر في الميناء إن العمل مستمر. وأضاف المصدر أن السفن وصلت.',
  ),
  entry(
    'speaker/part-of-name',
    'A family name alone, where the article has the whole name.',
    'وصل الطبيب سامر الكردي صباحا. ونقلت وكالة رويترز عن الكردي قوله إن العمل مستمر.',
  ),
  entry(
    'speaker/named-in-lead',
    'In a headline, whom the first sentences name.',
    'مدير ميناء النخيل: العمل مستمر حتى الصيف\n\nأكد مدير عام الميناء سامر العتيبي أن العمل مستمر.',
  ),
  entry(
    'speaker/class-noun-of-entity',
    'A class noun with the article stands for the body of that kind in the article.',
    'أصدرت وزارة النقل بيانا. وقالت الوزارة إن العمل مستمر.',
  ),
  entry(
    'speaker/issuer-of-document',
    'A document stands for who issued it.',
    'أصدرت وزارة النقل بيانا اليوم. وقال البيان إن العمل مستمر.',
  ),
  entry(
    'speaker/honorific',
    'A rank with a pronoun stands for a person of that rank.',
    'افتتح صاحب السمو الملكي الأمير سعود بن نايف الطريق أمس. وقال سموه إن العمل مستمر.',
  ),
  entry(
    'speaker/described-entity',
    'Words that the article has set beside a name describe its bearer.',
    'فازت حنان نصري، صاحبة «بيت الرمل». ولم يحضر سامر العتيبي. وأضافت صاحبة «بيت الرمل»: «هذا يوم للقراء».',
  ),
  entry(
    'speaker/varied-name',
    'Another description of who was speaking just now.',
    'قالت ليلى منصور إن العمل مستمر. وأضافت النائبة الاتحادية أن الميناء جاهز.',
  ),
  entry(
    'speaker/description',
    'Who is only described remains a description.',
    'قال مصدر أمني إن العمل مستمر.',
  ),
  entry('speaker/none', 'Nobody is found; the reason is given.', 'وقيل إن العمل مستمر.'),
];
