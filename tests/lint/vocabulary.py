#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The vocabularies of skills and roles are well formed, unambiguous and in order."""

import json
import re
import unicodedata
from pathlib import Path

from checkout import ROOT, finish

FOLDER = Path('resources/vocabulary')
FILES = ('skills.json', 'roles.json')

RULES = ('exact', 'listed')
ENTRY_KEYS = {'name', 'name_ru', 'category', 'aliases', 'under', 'rule', 'not_before', 'not_after',
              'kinds'}
KIND_KEYS = ENTRY_KEYS - {'category', 'under', 'kinds'}
ALIAS_KEYS = {'text', 'rule', 'not_before', 'not_after'}

LOOKALIKES = str.maketrans('асеорхукмтнв', 'aceopxykmthb')
TOKEN = re.compile(r'[^\W_]+[+#]*|\.?[^\W_]+|\S')
CYRILLIC = re.compile('[а-я]')
LATIN = re.compile('[a-z0-9+#]')


def fold_token(match):
    token = match[0]
    mixed = CYRILLIC.search(token) and LATIN.search(token)
    return token.translate(LOOKALIKES) if mixed else token


def fold(text):
    """How the app compares: without case, ё, look-alike letters, hyphens between letters."""
    text = unicodedata.normalize('NFKC', text).casefold().replace('ё', 'е')
    text = re.sub(r'(?<=[^\W\d_])[\s_-]+(?=[^\W\d_])', ' ', ' '.join(text.split()))
    return TOKEN.sub(fold_token, text)


def forms(entry):
    """The texts an entry is recognised by; a Russian name may repeat one of its own aliases."""
    yield entry['name']
    for alias in entry.get('aliases', ()):
        yield alias if isinstance(alias, str) else alias.get('text', '')


def flatten(entries):
    """The entries, each followed by its kinds as entries of their own."""
    for entry in entries:
        yield entry
        for kind in entry.get('kinds', ()):
            yield dict(kind, category=entry.get('category'), under=[entry.get('name')])


def kinds(entries):
    """A kind has the keys of an entry but its place, and they are in order."""
    for entry in entries:
        names = [kind.get('name', '') for kind in entry.get('kinds', ())]
        if names != sorted(names, key=str.casefold):
            yield f'{entry["name"]}: its kinds are not in order'
        for kind in entry.get('kinds', ()):
            if set(kind) - KIND_KEYS:
                yield f'{kind.get("name")}: unknown keys {sorted(set(kind) - KIND_KEYS)}'


def shape(entry, categories):
    """Keys, types, categories, rules and neighbours."""
    name = entry.get('name', '')
    if not isinstance(name, str) or not name.strip():
        yield 'an entry has no name'
        return
    if set(entry) - ENTRY_KEYS:
        yield f'{name}: unknown keys {sorted(set(entry) - ENTRY_KEYS)}'
    if entry.get('category') not in categories:
        yield f'{name}: unknown category {entry.get("category")}'
    for alias in entry.get('aliases', ()):
        if isinstance(alias, dict) and (set(alias) - ALIAS_KEYS or 'text' not in alias):
            yield f'{name}: an alias has a text, and only {sorted(ALIAS_KEYS)}'
    for part in [entry] + [a for a in entry.get('aliases', ()) if isinstance(a, dict)]:
        if part.get('rule', 'exact') not in RULES:
            yield f'{name}: unknown rule {part["rule"]}'
        for word in part.get('not_before', []) + part.get('not_after', []):
            if word != fold(word) or ' ' in word:
                yield f'{name}: {word!r} beside it is not one folded word'
    for form in list(forms(entry)) + [entry.get('name_ru', name)]:
        if not form or form != ' '.join(form.split()):
            yield f'{name}: {form!r} has stray spaces'
        if re.search(r'\*(?=\S)|(?<!\w)\*', form):
            yield f'{name}: in {form!r} a * does not end a word'


def unique(entries):
    """No text stands for two entries, or twice for one."""
    seen = {}
    for entry in entries:
        for form in forms(entry):
            other = seen.setdefault(fold(form), entry['name'])
            if other != entry['name'] or list(map(fold, forms(entry))).count(fold(form)) > 1:
                yield f'{entry["name"]}: {form!r} stands for {other} already'
    for entry in entries:
        form = entry.get('name_ru')
        if form and seen.setdefault(fold(form), entry['name']) != entry['name']:
            yield f'{entry["name"]}: {form!r} stands for {seen[fold(form)]} already'


def caught(entries):
    """No open word (микросервис*) catches the whole text of another entry."""
    patterns = []
    for entry in entries:
        for form in forms(entry):
            if '*' in form:
                words = re.escape(fold(form)).replace(r'\*', r'[^\W\d_]*')
                patterns.append((re.compile(words), form, entry['name']))
    texts = [(fold(form), form, entry['name']) for entry in entries
             for form in list(forms(entry)) + [entry.get('name_ru', entry['name'])]]
    for pattern, open_form, name in patterns:
        for folded, form, other in texts:
            if other != name and pattern.fullmatch(folded.replace('*', '')):
                yield f'{name}: {open_form!r} catches {form!r} of {other}'


def hierarchy(entries):
    """Whatever an entry is under is known, and nothing is under itself."""
    under = {entry['name']: entry.get('under', []) for entry in entries}
    for name, parents in under.items():
        for parent in parents:
            if parent not in under:
                yield f'{name}: under {parent}, which is no entry'
        above, ahead = set(), list(parents)
        while ahead:
            parent = ahead.pop()
            if parent not in above:
                above.add(parent)
                ahead += under.get(parent, [])
        if name in above:
            yield f'{name}: is under itself'


def order(entries, categories):
    """By category, in the order these are listed, then by name."""
    keys = [(categories.index(entry['category']), entry['name'].casefold()) for entry in entries]
    for before, after, entry in zip(keys, keys[1:], entries[1:]):
        if before > after:
            yield f'{entry["name"]}: not in the order of categories and names'


def russian(entries):
    """At least half of the entries have a Russian form."""
    number = sum(bool(CYRILLIC.search(json.dumps(entry, ensure_ascii=False).casefold()))
                 for entry in entries)
    if number * 2 < len(entries):
        yield f'only {number} of {len(entries)} entries have a Russian form'


def check(file):
    try:
        data = json.loads((ROOT / file).read_text(encoding='utf-8'))
    except (OSError, ValueError) as error:
        return [f'{file}: {error}']
    if data.get('format') != 'trellis-vocabulary' or data.get('version') != 1:
        return [f'{file}: not a trellis-vocabulary of version 1']
    entries = data['entries']
    categories = [category['id'] for category in data['categories']]
    every = list(flatten(entries))
    complaints = [c for entry in every for c in shape(entry, categories)]
    if not complaints:
        for rule in (unique, caught, hierarchy):
            complaints += rule(every)
        for rule in (kinds, russian):
            complaints += rule(entries)
        complaints += order(entries, categories)
    unused = set(categories) - {entry.get('category') for entry in entries}
    complaints += [f'category {category} has no entry' for category in sorted(unused)]
    return [f'{file}: {complaint}' for complaint in complaints]


finish([complaint for name in FILES for complaint in check(FOLDER / name)])
