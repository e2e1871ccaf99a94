import { readFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

const repository = new URL('../..', import.meta.url).pathname;

/** Where the running system keeps its data, as ./outloud finds it. */
export const home = process.env.OUTLOUD_HOME || join(process.env.OUTLOUD_REPOSITORY || repository, '.outloud');

/** The passwords of this system, made at its first start. */
export function secrets() {
  const lines = readFileSync(join(home, 'secrets.properties'), 'utf8').split('\n').filter((line) => /^[^#!].*=/.test(line));
  return Object.fromEntries(lines.map((line) => {
    const at = line.indexOf('=');
    return [line.slice(0, at), line.slice(at + 1).replace(/\\(.)/g, '$1')];
  }));
}

/** A connection to the database of a service, as the service or as the server's administrator. */
export async function connect(database, administrator = false) {
  const known = secrets();
  const client = new pg.Client({
    host: '127.0.0.1',
    port: Number(process.env.OUTLOUD_POSTGRES_PORT || 54320),
    database,
    user: administrator ? 'postgres' : database,
    password: administrator ? known.OUTLOUD_POSTGRES_PASSWORD : known.OUTLOUD_DATABASE_PASSWORD,
  });
  await client.connect();
  return client;
}

const columnsQuery = `
  select c.relname as table, a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
    || case when a.attnotnull then ' not null' else '' end
    || case when a.attgenerated = 's' then ' generated' when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end as column
  from pg_attribute a join pg_class c on c.oid = a.attrelid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where c.relnamespace = 'public'::regnamespace and c.relname = any($1) and a.attnum > 0 and not a.attisdropped
  order by c.relname, a.attname`;

/** The columns of tables as they are now. */
export async function schemaOf(client, tables) {
  const { rows } = await client.query(columnsQuery, [tables]);
  const schema = {};
  for (const { table, column } of rows) (schema[table] ??= []).push(column);
  return schema;
}

/** What of the schema is other than what the generator was written for. */
export function differences(expected, actual) {
  return Object.entries(expected).flatMap(([table, columns]) => {
    const now = actual[table] ?? [];
    return [
      ...columns.filter((column) => !now.includes(column)).map((column) => `${table} no longer has: ${column}`),
      ...now.filter((column) => !columns.includes(column)).map((column) => `${table} has something new: ${column}`),
    ];
  });
}

/** A value as COPY's text format has it. */
export function field(value) {
  if (value === null || value === undefined) return '\\N';
  if (Array.isArray(value)) return field(`{${value.map((each) => `"${String(each).replace(/(["\\])/g, '\\$1')}"`).join(',')}}`);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'object') return field(JSON.stringify(value));
  const text = String(value);
  return /[\\\t\n\r]/.test(text)
    ? text.replace(/[\\\t\n\r]/g, (sign) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[sign])
    : text;
}

/** Writes rows into a table; each is a list of values in the order of the columns. */
export class Copy {
  #stream;
  #lines = [];
  rows = 0;

  constructor(client, table, columns) {
    this.#stream = client.query(copyFrom(`copy ${table} (${columns}) from stdin`));
    this.failed = new Promise((_, reject) => this.#stream.once('error', reject));
    this.failed.catch(() => {});
  }

  async write(values) {
    this.rows++;
    if (this.#lines.push(values.map(field).join('\t')) >= 2000) await this.#flush();
  }

  async #flush() {
    const more = this.#stream.write(`${this.#lines.join('\n')}\n`);
    this.#lines = [];
    if (!more) await Promise.race([once(this.#stream, 'drain'), this.failed]);
  }

  async end() {
    if (this.#lines.length > 0) await this.#flush();
    const finished = once(this.#stream, 'finish');
    this.#stream.end();
    await Promise.race([finished, this.failed]);
    return this.rows;
  }
}

/** Fills tables without their indexes and then builds these anew, which takes a fraction of the time. */
export async function withoutIndexes(client, tables, fill) {
  const { rows } = await client.query(
    `select c.relname as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
     where t.relnamespace = 'public'::regnamespace and t.relname = any($1)
       and not exists (select from pg_constraint k where k.conindid = i.indexrelid)`, [tables]);
  for (const { name } of rows) await client.query(`drop index ${name}`);
  await fill();
  for (const { definition } of rows) await client.query(definition);
}
