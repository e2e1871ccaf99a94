// Makes the organisation on which "who can help" is measured: node benchmark/experts-labelled-set.mjs
// Who knows what is decided first, then what they write follows, in the words of the demo organisation. Always the same.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';

const source = new URL('../standalone/src/main/resources/demo/topics/', import.meta.url);
const target = new URL('../profile-service/src/test/resources/experts/organisation.ndjson', import.meta.url);

let state = 20261123;
function chance() {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
}
const below = (n) => Math.floor(chance() * n);
const pick = (list) => list[below(list.length)];
function shuffled(list) {
  const copy = [...list];
  for (let at = copy.length - 1; at > 0; at--) {
    const other = below(at + 1);
    [copy[at], copy[other]] = [copy[other], copy[at]];
  }
  return copy;
}

const fillers = { hospital: 'the university hospital', city: 'Lyon', day: 'Tuesday', who: 'a colleague', '@': '' };
const plain = (text) =>
  text.replace(/\{([^{}]*)\}/g, (_, inside) => fillers[inside] ?? inside.split('|')[0]).trim();
// Every situation happens to two people, who tell it in the same words
const rounds = 2;

function readField(name) {
  const blocks = [];
  let head = {};
  for (const part of readFileSync(new URL(`${name}.txt`, source), 'utf8').split(/\n\s*\n/)) {
    const lines = part.split('\n').filter(Boolean);
    if (lines[0]?.includes(': ') && /^[a-z]+: /.test(lines[0])) {
      for (const line of lines) {
        const [key, value] = line.split(/: (.*)/);
        if (key === 'skills' || key === 'tags') head[key] = value.split(key === 'skills' ? /;\s*/ : /\s+/);
      }
      continue;
    }
    const block = { r: [], a: [] };
    for (const line of lines) {
      const [, mark, text] = /^(\w) (.*)$/.exec(line) ?? [];
      if (mark === 'r' || mark === 'a') block[mark].push(plain(text));
      else if (mark) block[mark] = plain(text);
    }
    if (block.d || block.q || block.p) blocks.push(block);
  }
  return { name, ...head, blocks };
}

const general = new Set(['index', 'everyday', 'newcomers']);
const names = readdirSync(source).map((file) => file.replace('.txt', ''));
const fields = names.filter((name) => !general.has(name)).sort().map(readField);
const everyday = readField('everyday').blocks;

const lines = [];
let posts = 0;
const people = [];
function person(field, part, skills) {
  const id = `${field}-${part}`;
  people.push(id);
  lines.push({ type: 'person', id, field, part: part.replace(/\d+$/, ''), skills });
  return id;
}
function post(author, kind, words, tags, daysAgo) {
  const id = `p${++posts}`;
  lines.push({ type: 'post', id, author, kind, ...words, tags, daysAgo });
  return id;
}
function reply(author, root, body, daysAgo) {
  const id = `p${++posts}`;
  lines.push({ type: 'comment', id, author, root, body, daysAgo });
  return id;
}
function thank(post, author, times) {
  for (const giver of shuffled(people.filter((other) => other !== author)).slice(0, times)) {
    lines.push({ type: 'thanks', post, author, giver, kind: pick(['helped', 'taught', 'tried', 'inspired']) });
  }
}

for (const field of fields) {
  for (let at = 1; at <= 3; at++) {
    const level = pick(['teaches', 'works-with', 'works-with']);
    person(field.name, `helper${at}`, chance() < 0.6 ? [{ name: pick(field.skills), level }] : []);
  }
  for (let at = 1; at <= 3; at++) {
    person(field.name, `learner${at}`, chance() < 0.4 ? [{ name: pick(field.skills), level: 'learns' }] : []);
  }
  person(field.name, 'loud', [{ name: pick(field.skills), level: 'works-with' }]);
}

for (const field of fields) {
  const helpers = [1, 2, 3].map((at) => `${field.name}-helper${at}`);
  const learners = [1, 2, 3].map((at) => `${field.name}-learner${at}`);
  for (const block of Array.from({ length: rounds }, () => field.blocks).flat()) {
    const age = below(300);
    const tags = () => (chance() < 0.7 ? [pick(field.tags)] : []);
    const asks = Boolean(block.q ?? block.n);
    // Knowing people write most of what is reported, learning people most of what is asked
    const author = chance() < (asks ? 0.2 : 0.7) ? pick(helpers) : chance() < 0.8 ? pick(learners) : pick(people);
    const root = block.q
      ? post(author, 'question', { body: [block.q, block.b].filter(Boolean).join('\n\n') }, tags(), age)
      : post(author, block.d ? 'working-out-loud' : 'plain',
          block.d ? { doing: block.d, learned: block.l, need: block.n } : { body: block.p }, tags(), age);
    if (chance() < 0.4) thank(root, author, below(3));
    block.a.forEach((text, place) => {
      const others = helpers.filter((one) => one !== author);
      const answerer = chance() < 0.85 ? pick(others) : pick(people.filter((one) => one !== author));
      const answer = reply(answerer, root, text, Math.max(0, age - 1));
      if (place === 0 && asks && chance() < 0.6) lines.push({ type: 'answer', root, asker: author, answer, answerer });
      if (chance() < 0.7) thank(answer, answerer, 1 + below(4));
    });
    for (const text of block.r) {
      const replier = chance() < 0.3 ? pick(helpers) : pick(people);
      const said = reply(replier, root, text, Math.max(0, age - 1));
      if (chance() < 0.15) thank(said, replier, 1);
    }
  }
  // One who is heard in every field more often than they are thanked
  for (let times = 0; times < 25; times++) {
    const about = `${pick(field.skills)}, ${pick(field.tags)}`;
    post(`${field.name}-loud`, 'plain', { body: `Reading about ${about} again today. Interesting times!` }, [pick(field.tags)], below(60));
  }
}
for (const someone of people) {
  for (let times = 0; times < 2; times++) {
    const block = pick(everyday);
    const body = block.d ?? block.p ?? block.q;
    post(someone, 'plain', { body }, [], below(120));
  }
}

writeFileSync(target, lines.map((line) => JSON.stringify(line)).join('\n') + '\n');
console.log(`${people.length} people, ${posts} posts and replies, ${lines.length} lines`);
