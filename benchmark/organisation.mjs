// Fills an empty system with an organisation of any size, straight into the databases of profile-service and feed-service, in
// the shape in which those services write. Only for measuring: no event is told, so other services and browsers know nothing
// of it, and community-service's own tables stay empty.
//
//   ./outloud up --detach                  with the same OUTLOUD_* variables as this program
//   npm ci --prefix benchmark
//   node benchmark/organisation.mjs --people 100000 --posts 1000000 --timeline 10000000
//
//   --people N    1,000 to 1,000,000                     --posts N      posts and comments, ten for each person
//   --timeline N  rows in home feeds at most, from the newest post on (ten for each post); 0 leaves them empty
//   --only NAME   profile or feed, and the other database stays empty
//   --famous N    so many people whom everybody follows (0)
//   --seed TEXT   another organisation of the same size      --until DATE  when the last post was written (today)
//   --schema      prints the columns it writes as they are now, for benchmark/lib/schema.json
//
// The same seed and date give the same organisation. Its first people are those of the demo's realm, who can sign in with the
// password "outloud": ada follows 150 people, bo 10, carla 5,000 (a quarter of a small organisation) and dev 50.
// Accounts for others are made by accounts() in benchmark/lib/system.mjs. References between tables are right by themselves and
// not checked, for which it works as the server's administrator.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Copy, connect, differences, schemaOf, withoutIndexes } from './lib/databases.mjs';
import { Random } from './lib/random.mjs';
import { Speech, coined, departments, names, places, rendered, topics } from './lib/words.mjs';

const { values: options } = parseArgs({
  options: {
    people: { type: 'string', default: '1000' }, posts: { type: 'string' }, timeline: { type: 'string' },
    only: { type: 'string' }, famous: { type: 'string', default: '0' }, seed: { type: 'string', default: 'outloud' },
    until: { type: 'string', default: new Date().toISOString().slice(0, 10) }, schema: { type: 'boolean', default: false },
  },
});
const size = Number(options.people);
const most = Number(options.posts ?? size * 10);
const rows = Number(options.timeline ?? most * 10);
const famous = Number(options.famous);
const until = Date.parse(options.until);
const day = 86_400_000;
const since = until - 700 * day;

const tables = {
  profile: {
    person: 'id version user_name user_key external_id email email_key emails email_keys formatted_name given_name family_name locale employee_number display_name name_source headline department job_title job_title_shown location time_zone languages skills skill_keys interests ask_me_about learning purpose visibility active provisioning created_at changed_at',
    follow: 'follower followee following version since',
    block: 'blocker blocked muted_at blocked_at version',
    vocabulary: 'key name',
    evidence_post: 'id version author_id root_id reply audience community_id readers mentions said asked created_at deleted',
    evidence_thanks: 'post_id giver kind given version',
    evidence_answer: 'root_id answer version',
    evidence_community: 'id version visibility',
    evidence_membership: 'community_id person_id version role',
  },
  feed: {
    person: 'id version user_name display_name department active',
    follow: 'follower followee version following',
    block: 'blocker blocked version mutes blocks',
    community: 'id version slug name visibility archived',
    membership: 'community_id person_id version role',
    post: 'id version kind author_id root_id root_author_id in_reply_to audience community_id body body_html doing doing_html learned learned_html need need_html tags mentions created_at answer_id comment_count',
    post_reader: 'root_id person_id',
    reaction: 'post_id person_id kind given version created_at',
    timeline: '',
  },
};
const chosen = Object.keys(tables).filter((name) => !options.only || name === options.only);

const databases = {};
for (const name of chosen) databases[name] = await connect(name, true);
const known = JSON.parse(readFileSync(new URL('lib/schema.json', import.meta.url), 'utf8'));
if (options.schema) {
  for (const name of chosen) known[name] = await schemaOf(databases[name], Object.keys(tables[name]));
  console.log(JSON.stringify(known, null, 2));
  for (const client of Object.values(databases)) await client.end();
  process.exit();
}
for (const name of chosen) {
  const other = differences(known[name], await schemaOf(databases[name], Object.keys(tables[name])));
  if (other.length > 0) {
    throw new Error(`The schema of ${name} is not the one this program writes; mend it and lib/schema.json:\n${other.join('\n')}`);
  }
  const { rows: [{ there }] } = await databases[name].query(
    `select exists (select from person) or exists (select from ${name === 'feed' ? 'post' : 'evidence_post'}) as there`);
  if (there) throw new Error(`The database ${name} is not empty: this program only fills a new system.`);
}

const begun = performance.now();
const note = (text) => console.log(`${((performance.now() - begun) / 1000).toFixed(0).padStart(5)} s  ${text}`);

// --- who there is

const random = new Random(`${options.seed} people`);
const about = topics();
const teams = departments();
const sites = places();
const lists = names();
const sitesByShare = sites.flatMap((place) => Array.from({ length: place.share }, () => place));
const interests = readFileSync(new URL('../standalone/src/main/resources/demo/phrases.txt', import.meta.url), 'utf8')
  .split('\n').find((line) => line.startsWith('interest: ')).slice('interest: '.length).split('; ');
const demo = [['ada', 'Ada', 'Lindqvist'], ['bo', 'Bo', 'Nakamura'], ['carla', 'Carla', 'Moreau'], ['dev', 'Dev', 'Anand']];
const fold = (text) => text.normalize('NFKC').toLowerCase();
const plain = (text) => fold(text).normalize('NFD').replace(/[^a-z]/g, '') || 'x';
// Skills that few have: techniques, machines and products of each field
const rare = (topic) => `${coined(random.skewed(Math.max(200, size / 20), 2))} ${topic.skills[0].split(' ')[0]}`;

function person(at) {
  const place = random.pick(sitesByShare);
  const list = lists[random.pick(place.lists)];
  const [given, family] = demo[at]?.slice(1) ?? [random.pick(list.given), random.pick(list.family)];
  const user = demo[at]?.[0] ?? `${plain(given)}.${plain(family)}${at}`;
  // A department writes mostly of the same few topics
  const department = random.skewed(teams.length, 1.5);
  const fields = [about[(department * 5 + random.skewed(4, 2)) % about.length]];
  if (random.chance() < 0.4) fields.push(about[random.skewed(about.length, 1.5)]);
  const skills = new Map();
  for (let left = random.skewed(6, 1.5); left > 0; left--) {
    const name = random.chance() < 0.5 ? random.pick(random.pick(fields).skills) : rare(fields[0]);
    skills.set(fold(name), { name, level: random.pick(['learns', 'works-with', 'works-with', 'teaches']) });
  }
  const filled = random.chance() < 0.6;
  return {
    id: random.uuid(since - day * random.below(2000)), user, given, family, name: `${given} ${family}`, place, department, fields, skills,
    title: random.pick(teams[department].titles.slice(1).concat(teams[department].titles.at(-1))),
    headline: filled && fields[0].heads.length > 0 ? random.pick(fields[0].heads) : null,
    ask: random.chance() < 0.3 && fields[0].asks.length > 0 ? random.pick(fields[0].asks) : null,
    interests: filled ? [...new Set([random.pick(interests), random.pick(interests)])] : [],
    learning: random.chance() < 0.2 ? random.pick(random.pick(about).skills) : null,
    visibility: random.chance() < 0.04 ? { [random.pick(['skills', 'headline', 'location', 'askMeAbout'])]: 'network' } : {},
    active: at < demo.length || random.chance() < 0.97,
  };
}
const people = Array.from({ length: size }, (_, at) => person(at));
const colleagues = teams.map(() => []);
// Who is heard and followed most is anybody: rank r is the person at r times a prime
const ranked = (rank) => (rank * 7919 + 17) % size;
for (let rank = 0; rank < size; rank++) colleagues[people[ranked(rank)].department].push(ranked(rank));
note(`${size} people`);

const communities = Array.from({ length: Math.ceil(size / 100) }, (_, at) => ({
  id: random.uuid(since + at), slug: `circle-${at}`, name: `${coined(at)} ${about[at % about.length].name}`,
  topic: about[at % about.length], visibility: random.chance() < 0.7 ? 'open' : random.chance() < 0.8 ? 'closed' : 'secret',
  members: [],
}));
for (const community of communities) {
  const members = new Set();
  for (let left = Math.min(size / 4, random.around(30, 1.2)) + 3; left > 0; left--) members.add(random.below(size));
  community.members = [...members];
}

async function copyAll(client, database, table, rowsOf) {
  const copy = new Copy(client, table, tables[database][table].replaceAll(' ', ', '));
  for (const row of rowsOf) await copy.write(row);
  note(`${database}.${table}: ${await copy.end()}`);
}

function* profilePeople() {
  for (const [at, one] of people.entries()) {
    const email = `${one.user}@outloud.example`;
    const changed = new Date(since);
    const skills = [...one.skills.values()];
    yield [one.id, 1, one.user, one.user, `hr-${at}`, email, email, JSON.stringify([{ value: email, type: 'work', primary: true }]), [email],
      one.name, one.given, one.family, one.place.languages[0], String(at), one.name, 'hr', one.headline, teams[one.department].name,
      one.title, random.chance() < 0.3, one.place.name, one.place.zone, one.place.languages, JSON.stringify(skills), [...one.skills.keys()],
      one.interests, one.ask, one.learning, null, one.visibility, one.active, 'provisioned', changed, changed];
  }
}
function* feedPeople() {
  for (const one of people) yield [one.id, 1, one.user, one.name, teams[one.department].name, one.active];
}
function* vocabulary() {
  const words = new Map(interests.map((name) => [fold(name), name]));
  for (const one of people) for (const [key, skill] of one.skills) if (!words.has(key)) words.set(key, skill.name);
  yield* words;
}
function* follows(shape) {
  const choose = new Random(`${options.seed} follows`);
  const fixed = [150, 10, 5000, 50].map((count) => Math.min(count, Math.floor(size / 4)));
  for (let at = 0; at < size; at++) {
    const wanted = fixed[at] ?? Math.min(size / 10, Math.round(choose.around(12, 1)));
    const followed = new Set();
    for (let left = wanted * 10; followed.size < wanted && left > 0; left--) {
      const near = colleagues[people[at].department];
      const other = choose.chance() < 0.5 && at >= demo.length ? near[choose.skewed(near.length, 1.5)] : ranked(choose.skewed(size, 2));
      if (other !== at) followed.add(other);
    }
    for (let rank = 0; rank < famous; rank++) if (ranked(rank) !== at) followed.add(ranked(rank));
    for (const other of followed) yield shape(people[at].id, people[other].id, new Date(since + choose.below(700) * day));
  }
}
function* blocks(shape) {
  const choose = new Random(`${options.seed} blocks`);
  for (let left = size / 500; left > 0; left--) {
    const [blocker, blocked] = [demo.length + choose.below(size - demo.length), demo.length + choose.below(size - demo.length)];
    const at = new Date(since + choose.below(700) * day);
    if (blocker !== blocked) yield shape(people[blocker].id, people[blocked].id, choose.chance() < 0.5 ? at : null, at);
  }
}
function* memberships() {
  for (const { id, members } of communities) {
    for (const [place, member] of members.entries()) {
      yield [id, people[member].id, 1, place === 0 ? 'steward' : place % 10 === 9 ? 'follower' : 'member'];
    }
  }
}

const audienceOf = (chance) => (chance < 0.86 ? 'everyone' : chance < 0.92 ? 'followers' : chance < 0.93 ? 'people' : 'community');

/** Threads in the order of time: a post and what is said under it. */
function* threads() {
  const choose = new Random(`${options.seed} posts`);
  const speech = new Speech(choose, Math.max(2000, size / 5));
  let left = most;
  const someone = () => ranked(choose.skewed(size, 2));
  while (left > 0) {
    const created = Math.min(until - 1, since + Math.floor(((most - left + choose.chance()) / most) * (until - since)));
    const audience = audienceOf(choose.chance());
    const community = audience === 'community' ? communities[choose.skewed(communities.length, 1.2)] : null;
    const author = community ? choose.pick(community.members) : someone();
    const topic = community && choose.chance() < 0.7 ? community.topic : choose.chance() < 0.8 ? choose.pick(people[author].fields) : about[choose.skewed(about.length, 1.5)];
    const block = choose.pick(topic.blocks);
    const { language } = topic;
    const tags = choose.chance() < 0.4 ? [choose.pick(topic.tags)] : [];
    const hash = tags.map((tag) => ` #${tag}`).join('');
    const foreign = choose.chance() < 0.05;
    const root = {
      id: choose.uuid(created), author, rootAuthor: author, created, audience, community: community?.id ?? null, tags,
      kind: foreign ? 'plain' : block.q ? 'question' : block.d ? 'working-out-loud' : 'plain',
      readers: audience === 'people' ? [...new Set([someone(), someone(), someone()])] : [], comments: [], thanks: [],
    };
    if (foreign) root.body = speech.elsewhere() + hash;
    else if (block.d) {
      root.doing = `${speech.said(block.d)} ${speech.where(language)}${hash}`;
      root.learned = block.l ? speech.said(block.l) : null;
      root.need = block.n ? speech.said(block.n) : null;
    } else root.body = `${speech.said([block.q, block.b, block.p].filter(Boolean).join(' '))} ${speech.where(language)}${hash}`;
    const replies = foreign ? 0 : Math.min(left - 1, Math.floor(choose.around(1.3, 0.9)));
    for (let reply = 0; reply < replies; reply++) {
      const texts = reply % 2 === 0 && block.a.length > 0 ? block.a : block.r.length > 0 ? block.r : block.a;
      const knows = topic.skills.length > 0 && choose.chance() < 0.6 ? colleagues[people[author].department] : null;
      const writer = knows ? knows[choose.skewed(knows.length, 2)] : someone();
      const when = Math.min(until - 1, created + Math.floor(choose.around(6 * 3_600_000, 1.5)));
      const text = texts.length > 0 ? speech.said(choose.pick(texts)) : 'Thank you.';
      root.comments.push({
        id: choose.uuid(when), author: writer, rootAuthor: author, created: when, audience, community: root.community, kind: 'comment', tags: [],
        body: choose.chance() < 0.2 ? `${text} ${speech.where(language)}` : text,
        under: reply > 0 && choose.chance() < 0.3 ? root.comments[choose.below(reply)].id : root.id, readers: [], thanks: [],
      });
    }
    const asks = root.kind === 'question' || root.need;
    if (asks && root.comments.length > 0 && choose.chance() < 0.6) {
      const answer = root.comments.find((comment) => comment.author !== author);
      root.answer = answer?.id;
    }
    for (const post of [root, ...root.comments]) {
      for (let given = choose.skewed(post.id === root.answer ? 8 : 4, 2.5); given > 0; given--) {
        const giver = someone();
        if (giver !== post.author && !post.thanks.some((thanks) => thanks.giver === giver)) {
          post.thanks.push({ giver, kind: choose.pick(['like', 'like', 'helped', 'taught', 'inspired', 'tried']), at: post.created + choose.below(day) });
        }
      }
    }
    left -= 1 + root.comments.length;
    yield root;
  }
}

/** Posts and comments as they arrived, from threads that are open at the same time. */
function* arrivals() {
  let waiting = [];
  function* those(before) {
    waiting.sort((a, b) => a.post.created - b.post.created);
    const later = waiting.findIndex(({ post }) => post.created >= before);
    yield* later < 0 ? waiting : waiting.slice(0, later);
    waiting = later < 0 ? [] : waiting.slice(later);
  }
  for (const root of threads()) {
    waiting.push({ post: root, root }, ...root.comments.map((post) => ({ post, root })));
    if (waiting.length > 100_000) yield* those(root.created);
  }
  yield* those(Infinity);
}

async function fillProfile(client) {
  await copyAll(client, 'profile', 'person', profilePeople());
  await copyAll(client, 'profile', 'vocabulary', vocabulary());
  await copyAll(client, 'profile', 'follow', follows((follower, followee, at) => [follower, followee, true, 1, at]));
  await client.query('create temporary table blocking (like block)');
  const copy = new Copy(client, 'blocking', tables.profile.block.replaceAll(' ', ', '));
  for (const row of blocks((blocker, blocked, muted, at) => [blocker, blocked, muted, at, 1])) await copy.write(row);
  await copy.end();
  await client.query('insert into block select distinct on (blocker, blocked) * from blocking');
  await copyAll(client, 'profile', 'evidence_community', communities.map(({ id, visibility }) => [id, 1, visibility]));
  await copyAll(client, 'profile', 'evidence_membership', memberships());
  // What each post says is kept by its stems, which only the database can make
  await client.query(`create unlogged table told (id uuid, author_id uuid, root_id uuid, reply boolean, audience text, community_id uuid,
    readers uuid[], said text, asked text, created_at timestamptz)`);
  const told = new Copy(client, 'told', 'id, author_id, root_id, reply, audience, community_id, readers, said, asked, created_at');
  const thanked = [];
  const answers = [];
  const joined = (...texts) => texts.filter(Boolean).join(' ');
  for (const { post, root } of arrivals()) {
    const tags = post.tags.join(' ');
    const said = post.kind === 'question' ? '' : joined(post.body, post.doing, post.learned);
    const words = post.kind === 'question' ? ['', joined(post.body, post.need, tags)]
      : said ? [joined(said, tags), post.need ?? ''] : ['', joined(post.need, tags)];
    await told.write([post.id, people[post.author].id, root.id, post !== root, post.audience, post.community,
      post.readers.map((reader) => people[reader].id), ...words, new Date(post.created)]);
    for (const { giver, kind } of post.thanks) thanked.push([post.id, people[giver].id, kind, true, 1]);
    if (post.answer) answers.push([post.id, post.answer, 2]);
  }
  note(`${await told.end()} posts told`);
  await client.query(`set local parallel_setup_cost = 0; set local parallel_tuple_cost = 0; set local min_parallel_table_scan_size = 0;
    analyze told;
    create unlogged table stemmed as select id, 1 as version, author_id, root_id, reply, audience, community_id, readers,
      '{}'::uuid[] as mentions, stems(said) as said, stems(asked) as asked, created_at, false as deleted from told;
    insert into evidence_post (${tables.profile.evidence_post.replaceAll(' ', ', ')}) select * from stemmed;
    drop table told, stemmed`);
  note('profile.evidence_post');
  await copyAll(client, 'profile', 'evidence_thanks', thanked);
  await copyAll(client, 'profile', 'evidence_answer', answers);
}

async function fillFeed(client) {
  await copyAll(client, 'feed', 'person', feedPeople());
  await copyAll(client, 'feed', 'follow', follows((follower, followee) => [follower, followee, 1, true]));
  await client.query('create temporary table blocking (like block)');
  const copy = new Copy(client, 'blocking', tables.feed.block.replaceAll(' ', ', '));
  for (const row of blocks((blocker, blocked, muted) => [blocker, blocked, 1, muted !== null, true])) await copy.write(row);
  await copy.end();
  await client.query('insert into block select distinct on (blocker, blocked) * from blocking');
  await copyAll(client, 'feed', 'community', communities.map(({ id, slug, name, visibility }) => [id, 1, slug, name, visibility, false]));
  await copyAll(client, 'feed', 'membership', memberships());
  const html = (text) => (text ? rendered(text) : null);
  const posts = new Copy(client, 'post', tables.feed.post.replaceAll(' ', ', '));
  const readers = [];
  const thanks = [];
  for (const { post, root } of arrivals()) {
    await posts.write([post.id, post.answer ? 2 : 1, post.kind, people[post.author].id, root.id, people[post.rootAuthor].id, post.under,
      post.audience, post.community, post.body, html(post.body), post.doing, html(post.doing), post.learned, html(post.learned),
      post.need, html(post.need), post.tags, [], new Date(post.created), post.answer, post === root ? post.comments.length : 0]);
    for (const reader of post.readers) readers.push([post.id, people[reader].id]);
    for (const { giver, kind, at } of post.thanks) thanks.push([post.id, people[giver].id, kind, true, 1, new Date(at)]);
  }
  note(`feed.post: ${await posts.end()}`);
  await copyAll(client, 'feed', 'post_reader', readers);
  await copyAll(client, 'feed', 'reaction', thanks);
}

/** Home feeds as feed-service fans posts out, in the order of time, from the newest post back to the wished number of rows. */
async function fillTimelines(client) {
  await client.query('set work_mem = \'256MB\'');
  const { rowCount } = await client.query(`
    insert into timeline (owner_id, created_at, post_id)
    with reach as (
      select p.id, p.author_id, p.community_id, p.created_at, sum(1 + coalesce(f.n, 0) + coalesce(m.n, 0)) over (order by p.created_at desc, p.id) as total
      from post p
      left join (select followee, count(*) as n from follow where following group by followee) f on f.followee = p.author_id
      left join (select community_id, count(*) as n from membership where role is not null group by community_id) m on m.community_id = p.community_id
      where p.in_reply_to is null)
    select owner, r.created_at, r.id
    from (select * from reach where total <= $1 order by created_at) as r, home_of(r.author_id, r.community_id) as owner`, [rows]);
  note(`feed.timeline: ${rowCount}`);
}

const fillers = { profile: fillProfile, feed: fillFeed };
for (const [name, client] of Object.entries(databases)) {
  await client.query("set maintenance_work_mem = '512MB'; set synchronous_commit = off; set session_replication_role = replica");
  await client.query('begin');
  await withoutIndexes(client, Object.keys(tables[name]), () => fillers[name](client));
  await client.query('commit');
  note(`${name} indexed`);
  if (name === 'feed' && rows > 0) await fillTimelines(client);
  await client.query('vacuum analyze');
  await client.end();
}
note('done');
