// What publishing costs and how soon it is heard, on what ground.sh started:
//   node publish.mjs <followers> <posts> [gap in ms, 0: all at once] [listeners]
// Prints the time from request to the first and the last of the listening followers' streams, which are told only when every
// timeline is written, and the CPU of each process for one post.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const [followers, posts, gap = 250, listeners = 20] = process.argv.slice(2).map(Number)
const base = Number(process.env.BENCH_PORT ?? 18800)
const home = process.env.BENCH_HOME ?? '.outloud/bench'
const gateway = `http://127.0.0.1:${base}`
const sql = (text) =>
  execFileSync('psql', ['-h', '127.0.0.1', '-p', String(base + 1), '-U', 'postgres', '-d', 'feed', '-qtAc', text], { encoding: 'utf8' }).trim()
const sleep = (ms) => new Promise((done) => setTimeout(done, ms))
const percentile = (values, part) => values.sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))]

function ticksOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop().split(' ')
    return Number(fields[11]) + Number(fields[12]) + Number(fields[13]) + Number(fields[14])
  } catch {
    return 0
  }
}

function cpu() {
  const used = {}
  for (const name of ['gateway', 'feed', 'kafka', 'postgres']) {
    const pid = readFileSync(join(home, `${name}.pid`), 'utf8').trim()
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean)
    used[name] = [pid, ...children].reduce((sum, one) => sum + ticksOf(one), 0) * 10
  }
  return used
}

const author = `writer${followers}`
sql(`insert into person (id, version, subject, user_name, display_name, active)
  values (md5('${author}')::uuid, 1, '${author}', '${author}', 'A Writer', true) on conflict do nothing;
  insert into follow (follower, followee, version, following)
  select id, md5('${author}')::uuid, 1, true from person where subject like 'p%' order by id limit ${followers} on conflict do nothing;
  analyze follow`)
const subjects = sql(`select subject from person where subject like 'p%' order by id limit ${listeners}`).split('\n')
const issued = await fetch(`http://127.0.0.1:${base + 4}/tokens`, { method: 'POST', body: [author, ...subjects].join('\n') })
const [writer, ...readers] = (await issued.text()).trim().split('\n')

const heard = new Map()
async function listen(token) {
  const stream = await fetch(`${gateway}/api/v1/stream`, { headers: { authorization: `Bearer ${token}` } })
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of stream.body) {
    text += decoder.decode(chunk, { stream: true })
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const event = text.slice(0, end)
      text = text.slice(end + 2)
      const id = /^event:post$/m.test(event) && /"id":"([0-9a-f-]{36})"/.exec(event)?.[1]
      if (id) heard.set(id, [...(heard.get(id) ?? []), performance.now()])
    }
  }
}
readers.forEach((token) => listen(token).catch(() => {}))
await sleep(2000)

async function publish(n) {
  const start = performance.now()
  const answer = await fetch(`${gateway}/api/v1/posts`, {
    method: 'POST',
    headers: { authorization: `Bearer ${writer}`, 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'working-out-loud', doing: `Measuring, the ${n}th time`, learned: 'That it pays **to look**' }),
  })
  const { id } = await answer.json()
  const answered = performance.now() - start
  while ((heard.get(id) ?? []).length < listeners) {
    if (performance.now() - start > 60000) throw new Error(`${id} was not told`)
    await sleep(2)
  }
  const times = heard.get(id).map((time) => time - start)
  return { answered, first: Math.min(...times), last: Math.max(...times) }
}

async function round(count) {
  if (gap === 0) return Promise.all(Array.from({ length: count }, (_, n) => publish(n)))
  const results = []
  for (let n = 0; n < count; n++) {
    results.push(await publish(n))
    await sleep(gap)
  }
  return results
}

await round(gap === 0 ? 5 : Math.max(20, Math.floor(posts / 2)))
const idleFrom = cpu()
const idleStart = performance.now()
await sleep(4000)
const idleTo = cpu()
const idle = performance.now() - idleStart
const before = cpu()
const start = performance.now()
const results = await round(posts)
const took = performance.now() - start
const after = cpu()

console.log(`${posts} posts to ${followers} followers, ${listeners} listening: ${(took / 1000).toFixed(1)} s`)
for (const what of ['answered', 'first', 'last']) {
  const times = results.map((result) => result[what])
  console.log(`  ${what.padEnd(9)} p50 ${percentile(times, 0.5).toFixed(0)} ms, p95 ${percentile(times, 0.95).toFixed(0)} ms`)
}
if (gap === 0) console.log(`  ${Math.round((posts * followers) / (took / 1000))} timeline rows a second`)
let all = 0
for (const name of Object.keys(after)) {
  const used = (after[name] - before[name] - ((idleTo[name] - idleFrom[name]) / idle) * took) / posts
  all += used
  console.log(`  ${name.padEnd(9)} ${used.toFixed(2)} ms CPU a post beyond rest`)
}
console.log(`  ${'all'.padEnd(9)} ${all.toFixed(2)} ms CPU a post beyond rest`)
process.exit(0)
