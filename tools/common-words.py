"""Derives the list of frequent ordinary Arabic words from a corpus of news: takes the corpus (gzipped JSON lines with `text`) and the path of the list to write, and reads the name lists beside which the list stands.
Words that behave like names (they stand behind titles and given names, do not inflect, look foreign) are left out by a classifier that learns from the name lists; `common-words-exclude.txt` and `common-words-include.txt` beside this script hold what a reader decided otherwise."""
import collections
import gzip
import json
import math
import pathlib
import re
import sys

LEAST = 12
CONTEXT_WORDS = 250
ROUNDS = 12
ORDINARY = 0.9
LISTED_ORDINARY = 0.97
NAME_SHARE = 0.035

HERE = pathlib.Path(__file__).resolve().parent
RULES = HERE.parent / 'rules'
MARKS = re.compile('[\u064b-\u065f\u0670\u0640]')
FOLD = str.maketrans('أإآٱىةؤئ', 'اااايهوي')
TOKEN = re.compile('[\u0621-\u064a]+|[^\\s\u0621-\u064a]+')
ARABIC = re.compile('[\u0621-\u064a]+$')
ENDINGS = ('ه', 'ها', 'هم', 'هما', 'نا', 'ا', 'ات', 'ين', 'ون', 'ان', 'ت', 'وا', 'ته', 'تها', 'يه', 'تين', 'ي')
BEGINNINGS = ('ال', 'ي', 'ت', 'ن', 'سي', 'ست', 'م', 'ا')
ARTICLES = {'وال': 'ال', 'فال': 'ال', 'بال': 'ال', 'كال': 'ال', 'لل': 'ال'}
PARTICLES = ('بن', 'ابن', 'بنت', 'ابو', 'ابي', 'ام', 'عبد', 'ال')


def fold(text):
    return MARKS.sub('', text).translate(FOLD)


def rows(name):
    lines = (RULES / name).read_text('utf-8').split('\n')
    head = lines[0].split('\t')
    return [dict(zip(head, line.split('\t'))) for line in lines[1:] if line]


def read_sentences(path):
    """The words of each line of each article; what is not Arabic stands as a full stop."""
    with gzip.open(path, 'rt', encoding='utf-8') as lines:
        for number, line in enumerate(lines):
            for part in fold(json.loads(line)['text']).split('\n'):
                yield number, [word if ARABIC.match(word) else '.' for word in TOKEN.findall(part)]


def find_rests(counts, whole):
    """From each word with an attached particle to the word without it, where that one is frequent too."""
    rests = {}
    for word, count in counts.items():
        if word in whole or len(word) < 4:
            continue
        rest = None
        for article, plain in ARTICLES.items():
            if word.startswith(article) and len(word) > len(article) + 1 and counts[plain + word[len(article):]] >= LEAST:
                rest = plain + word[len(article):]
        if rest is None and word[0] in 'وفبلك' and len(word) > 3 and counts[word[1:]] >= LEAST and not stands_alone(counts, word):
            if counts[word[1:]] >= count * (0.5 if len(word) > 5 else 2 if word[0] == 'و' else 3):
                rest = word[1:]
        if rest is not None:
            rests[word] = rest
    for word in rests:
        while rests[word] in rests:
            rests[word] = rests[rests[word]]
    return rests


def stands_alone(counts, word):
    """`الواجب`, `يبحث`: what takes an article or a verb's prefix begins with a letter of its own."""
    own = counts['ال' + word] + counts['ي' + word] + (counts['و' + word] if word[0] != 'و' else 0) * (word[0] in 'لك')
    return own >= max(3, counts[word] * 0.02)


def name_words():
    """The words of the name lists: those that are surely names, and those that are ordinary words as well."""
    names, both, closed = set(), set(), set()
    for row in rows('names/people.tsv'):
        for name in [row['name'], *row['aliases'].split('|')]:
            names.update(fold(name).split())
    for file in ('names/given-names.tsv', 'names/family-names.tsv'):
        for row in rows(file):
            words = fold(row['name']).split()
            (both if row.get('reading') == 'common' or len(words) > 1 else names).update(words)
    for file in ('names/places.tsv', 'names/organizations.tsv'):
        for row in rows(file):
            unsure = row.get('reading') == 'common' or row['certainty'] == 'context'
            for name in [row['name'], *row['aliases'].split('|')]:
                if name and ' ' not in name:
                    (both if unsure else names).add(fold(name))
                    if not unsure:
                        closed.add(fold(name))
    return names | both, names - both, closed


def read_decisions(kind):
    path = HERE / f'common-words-{kind}.txt'
    return {fold(word) for word in path.read_text('utf-8').split()} if path.exists() else set()


def describe(word, count, counts, contexts, articles):
    """The features of a word, as a sparse vector."""
    definite = word.startswith('ال') and len(word) > 4
    kind = 'd' if definite else 'i'
    found = {'bias' + kind: 1.0, 'log': math.log(count) / 5, 'bursts': min(2.0, count / len(articles) - 1)}
    stem = word[:-1] if word.endswith('ه') else word
    forms = 0
    for ending in ENDINGS:
        for base in dict.fromkeys((word, stem)):
            other = counts[base + ending] if base + ending != word else 0
            if other >= 3:
                forms += 1
                found['+' + ending + kind] = min(1.0, (other / count) ** 0.5)
    for beginning in BEGINNINGS:
        other = counts[beginning + word]
        if other >= 3:
            forms += 1
            found[beginning + '+' + kind] = min(1.0, (other / count) ** 0.5)
    if definite and counts[word[2:]] >= 3:
        forms += 2
        found['-ال'] = min(1.0, (counts[word[2:]] / count) ** 0.5)
    if word[0] in 'يتن' and sum(counts[p + word[1:]] >= 3 for p in 'يتنا') >= 2:
        forms += 2
        found['verb'] = 1.0
    if word.endswith(('ه', 'ات', 'ين', 'ون', 'ان', 'ها', 'هم', 'ت', 'وا', 'نا', 'ا', 'ي')):
        for ending in ('ها', 'هم', 'ات', 'ين', 'ون', 'ان', 'وا', 'نا', 'ته', 'ه', 'ت', 'ا', 'ي'):
            if word.endswith(ending) and len(word) > len(ending) + 2:
                base = word[: -len(ending)]
                if counts[base] >= 3 or counts[base + 'ه'] >= 3:
                    forms += 1
                    found['-' + ending + kind] = min(1.0, (max(counts[base], counts[base + 'ه']) / count) ** 0.5)
    found['forms' + kind] = min(forms, 10) / 4
    for (side, other), times in contexts.items():
        found[side + other] = (times / count) ** 0.5 * 1.5
        if other.startswith('<'):
            found[side + other + kind] = (times / count) ** 0.5 * 1.5
    padded = '^' + (word[2:] if definite else word) + '$'
    for size in (2, 3, 4):
        for at in range(len(padded) - size + 1):
            found['#' + padded[at:at + size]] = 0.4
    return found


def learn(examples):
    """Logistic regression by stochastic gradient; the mean of the later turns, so that a changed row of a list moves little."""
    weights, total = collections.defaultdict(float), collections.defaultdict(float)
    for turn in range(ROUNDS):
        rate = 0.15 / (1 + turn * 0.6)
        for features, target in examples:
            error = target - score(weights, features)
            for feature, value in features.items():
                weights[feature] += rate * (error * value - 0.0005 * weights[feature])
        if turn >= ROUNDS // 3:
            for feature, weight in weights.items():
                total[feature] += weight / (ROUNDS - ROUNDS // 3)
    return total


def score(weights, features):
    total = sum(weights.get(feature, 0.0) * value for feature, value in features.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def main(corpus, output, scores=None):
    listed, names, closed = name_words()
    sentences = list(read_sentences(corpus))
    raw = collections.Counter(word for _, words in sentences for word in words if word != '.')
    functions = {fold(row['word']) for row in rows('words/stopwords.tsv')}
    rests = find_rests(raw, functions | names)
    counts = collections.Counter()
    for word, count in raw.items():
        counts[rests.get(word, word)] += count
    frequent = {word for word, count in counts.items() if count >= LEAST and len(word) > 1}
    labels = label_words(raw, rests, counts, names, functions)
    contexts, articles = read_contexts(sentences, rests, frequent, labels)
    order = sorted(frequent, key=lambda word: (hash_of(word), word))
    features = {word: describe(word, counts[word], counts, contexts[word], articles[word]) for word in order}
    final = judge(order, features, listed, names)
    excluded, included = read_decisions('exclude'), read_decisions('include')

    def is_ordinary(word):
        if word in excluded or word in included:
            return word in included
        if word not in listed:
            return final[word] >= ORDINARY
        behind_names = sum(contexts[word]['<', other] for other in ('<given>', *PARTICLES))
        return word not in closed and final[word] >= LISTED_ORDINARY and (behind_names < 2 or behind_names < counts[word] * NAME_SHARE)

    kept = sorted(word for word in order if is_ordinary(word))
    write_table(output, ('word', 'count'), ((word, counts[word]) for word in kept))
    if scores:
        by_count = sorted(order, key=lambda word: (-counts[word], word))
        table = ((word, counts[word], f'{final[word]:.3f}', word in listed, is_ordinary(word)) for word in by_count)
        write_table(scores, ('word', 'count', 'score', 'listed', 'kept'), table)
    print(f'{len(kept)} words of {len(order)}')


def label_words(raw, rests, counts, names, functions):
    """What a neighbour tells: the neighbour itself if it is very frequent, and whether it is a title, a given name, a definite word, another name."""
    titles = set()
    for row in rows('words/titles.tsv'):
        titles.update('ال' + fold(form) for form in [row['title'], row['feminine']] if form and ' ' not in form)
    given = {fold(row['name']) for row in rows('names/given-names.tsv') if row['reading'] != 'common'} - functions
    usual = {word for word, _ in counts.most_common(CONTEXT_WORDS)} | set(PARTICLES) | {'.'}

    def label(word):
        base = rests.get(word, word)
        labels = [word if word in usual else base] if word in usual or base in usual else []
        if base in titles:
            labels.append('<title>')
        if base in given:
            labels.append('<given>')
        if base.startswith('ال'):
            labels.append('<definite>')
        elif base in names:
            labels.append('<name>')
        return labels

    return {word: label(word) for word in [*raw, '.']}


def read_contexts(sentences, rests, frequent, labels):
    """For each frequent word, how often each label stands before and behind it, and the articles that it occurs in."""
    contexts = collections.defaultdict(collections.Counter)
    articles = collections.defaultdict(set)
    for number, words in sentences:
        padded = ['.', *words, '.']
        for at, word in enumerate(words):
            base = rests.get(word, word)
            if base not in frequent:
                continue
            articles[base].add(number)
            context = contexts[base]
            for side, other in (('<', padded[at]), ('>', padded[at + 2])):
                for each in labels[other]:
                    context[side, each] += 1
            if word != base:
                context['=', word[:len(word) - len(base)] or 'لل'] += 1
    return contexts, articles


def judge(order, features, listed, names):
    """How ordinary each word is, from 0 to 1: learned once from names against words that inflect, then again from what that gave."""
    def inflects(word):
        return features[word].get('formsi', features[word].get('formsd', 0)) >= 0.75

    seeds = [(features[w], 0.0 if w in names else 1.0) for w in order if w in names or (w not in listed and inflects(w))]
    weights = learn(seeds)
    first = {word: score(weights, features[word]) for word in order}
    again = [
        (features[w], 0.0 if w in names and first[w] < LISTED_ORDINARY else 1.0 if first[w] > 0.5 else 0.0)
        for w in order
        if w not in listed or w in names
    ]
    weights = learn(again)
    return {word: score(weights, features[word]) for word in order}


def write_table(path, head, table):
    with open(path, 'w', encoding='utf-8', newline='\n') as out:
        for row in (head, *table):
            out.write('\t'.join(map(str, row)) + '\n')


def hash_of(word):
    """A fixed shuffle, so that neighbours in the alphabet do not follow each other in learning."""
    value = 0
    for letter in word:
        value = (value * 1000003 + ord(letter)) & 0xFFFFFFFF
    return value * 2654435761 & 0xFFFFFFFF


if __name__ == '__main__':
    main(*sys.argv[1:])
