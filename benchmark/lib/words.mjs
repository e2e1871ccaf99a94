import { readFileSync, readdirSync } from 'node:fs';

// What people write about: the demo organisation's texts, varied, in English and German; some everyday posts in further
// languages; and a long tail of project and product names, as every organisation has them.
const demo = new URL('../../standalone/src/main/resources/demo/', import.meta.url);
const read = (name) => readFileSync(new URL(name, demo), 'utf8').split('\n').filter((line) => line && !line.startsWith('#'));

const cities = ['Lyon', 'Uppsala', 'Leeds', 'Graz', 'Porto', 'Ghent', 'Turku', 'Kraków', 'Lagos', 'Nagoya'];
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];

const elsewhere = {
  nl: ['Vandaag de overdracht anders gedaan en het ging sneller', 'Wie heeft ervaring met {x}?', 'Geleerd: eerst vragen, dan bouwen'],
  fr: ['Réunion raccourcie de moitié, personne ne l’a regretté', 'Qui connaît {x} ? Une demi-heure me suffirait', 'Appris aujourd’hui : montrer avant que ce soit fini'],
  it: ['Provato un nuovo modo di passare le consegne', 'Chi ha già lavorato con {x}?', 'Imparato: scrivere prima di dimenticare'],
  pt: ['Hoje mostrei o rascunho antes de estar pronto', 'Alguém conhece {x} por dentro?', 'Aprendi a perguntar mais cedo'],
  ja: ['今日は途中の成果をみんなに見せました', '{x} に詳しい方はいますか', '早く聞くことを学びました'],
};

function topicOf(file) {
  const topic = { name: file.replace('.txt', ''), skills: [], tags: [], heads: [], asks: [], language: 'en', blocks: [] };
  let block = null;
  for (const line of readFileSync(new URL(`topics/${file}`, demo), 'utf8').split('\n')) {
    const head = /^(skills|tags|head|ask|language|learning): (.*)$/.exec(line);
    const said = /^([dlnqbpra]) (.*)$/.exec(line);
    if (head) {
      const [, key, value] = head;
      if (key === 'skills') topic.skills = value.split(/;\s*/);
      else if (key === 'tags') topic.tags = value.split(/\s+/);
      else if (key === 'language') topic.language = value;
      else if (key === 'head') topic.heads.push(value);
      else if (key === 'ask') topic.asks.push(value);
    } else if (said) {
      const [, mark, text] = said;
      if (mark === 'd' || mark === 'q' || mark === 'p') topic.blocks.push((block = { a: [], r: [] }));
      if (mark === 'a' || mark === 'r') block[mark].push(text);
      else block[mark] = text;
    }
  }
  return topic;
}

/** The topics that have people who know them, the frequent ones first. */
export function topics() {
  const all = readdirSync(new URL('topics/', demo)).filter((file) => file !== 'index.txt').sort().map(topicOf);
  return all.filter((topic) => topic.blocks.length > 0 && topic.skills.length > 0);
}

/** Given and family names, by the part of the world in which they are used together. */
export function names() {
  return read('names.txt').map((line) => {
    const [given, family] = line.split(': ')[1].split(' / ');
    return { given: given.split(', '), family: family.split(', ') };
  });
}

/** Sites with their time zone, share, languages and lists of names (by number). */
export function places() {
  const lists = read('names.txt').map((line) => line.split(':')[0]);
  return read('places.txt').map((line) => {
    const [name, zone, share, languages, used] = line.split('|').map((part) => part.trim());
    return {
      name, zone, share: Number(share), languages: languages.split(', '),
      lists: used.split(', ').map((list) => lists.indexOf(list)).filter((at) => at >= 0),
    };
  });
}

/** Departments with their titles. */
export function departments() {
  return read('departments.txt').map((line) => {
    const [, name, titles] = line.split('|').map((part) => part.trim());
    return { name, titles: titles.split('; ') };
  });
}

/** An invented name of two to four syllables for a number. */
export function coined(number) {
  const begins = 'b d f g h k l m n p r s t v z br dr kr st tr'.split(' ');
  const vowels = 'a e i o u ai eo ia'.split(' ');
  let rest = number + 40;
  let word = '';
  while (rest > 0) {
    word += begins[rest % begins.length];
    rest = Math.floor(rest / begins.length);
    word += vowels[rest % vowels.length];
    rest = Math.floor(rest / vowels.length);
  }
  return word[0].toUpperCase() + word.slice(1);
}

/** Speaks of a topic with the numbers and names of one occasion. */
export class Speech {
  constructor(random, projects) {
    this.random = random;
    this.projects = projects;
  }

  project() {
    return coined(this.random.skewed(this.projects, 3));
  }

  /** A text of the demo organisation, with its choices made. */
  said(text) {
    const { random } = this;
    return text
      .replace(/\{([^{}]*)\}/g, (_, inside) => {
        if (inside === 'city') return random.pick(cities);
        if (inside === 'day') return random.pick(days);
        if (inside === 'hospital') return `the hospital in ${random.pick(cities)}`;
        if (inside === 'who') return 'a colleague';
        return inside.includes('|') ? random.pick(inside.split('|')) : '';
      })
      .replace(/\s+/g, ' ')
      .trim();
  }

  /** Where it happened; most that people write names something that only few others write of. */
  where(language) {
    const number = this.random.below(9000) + 1000;
    return language === 'de' ? `Projekt ${this.project()}, Vorgang ${number}.` : `Project ${this.project()}, item ${number}.`;
  }

  /** An everyday post in a language other than English and German. */
  elsewhere() {
    const { random } = this;
    return random.pick(elsewhere[random.pick(Object.keys(elsewhere))]).replace('{x}', this.project());
  }
}

const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;', "'": '&#39;', '+': '&#43;', '=': '&#61;', '@': '&#64;', '`': '&#96;' };

/** What feed-service renders of a paragraph without Markdown but with tags. */
export function rendered(text) {
  const escaped = text.replace(/[&<>"'+=@`]/g, (sign) => entities[sign]);
  const linked = escaped.replace(/(^|\s)#([\p{L}][\p{L}\p{N}_-]*)/gu,
    (_, before, tag) => `${before}<a href="/tags/${tag.toLowerCase()}" rel="nofollow">#${tag}</a>`);
  return `<p>${linked}</p>\n`;
}
