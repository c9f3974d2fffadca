// Posts in which sources name persons: what the president of a university is called in a text, without any right here.
import { organisationsById } from '#domains/organisations/store.ts'
import { json, type Reading, type Writing } from '#platform/db/database.ts'
import type { Id } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import type { NamedPost, NamedPostShown } from './model.ts'

/** At an organisation and at its units. */
export async function namedPostsAt(db: Reading, organisationId: Id): Promise<NamedPostShown[]> {
  const rows = await db.selectFrom('namedPost as p').innerJoin('person', 'person.id', 'p.personId').innerJoin('organisation as o', 'o.id', 'p.organisationId')
    .where((is) => is.or([is('o.id', '=', organisationId), is('o.parentId', '=', organisationId)]))
    .selectAll('p').select(['person.name as personName', 'person.nameNative as personNameNative']).orderBy('p.id').limit(200).execute()
  const briefs = await organisationsById(db, rows.map((row) => row.organisationId))
  return rows.map((row) => ({ ...row, organisation: found(briefs.get(row.organisationId)) }))
}

export async function addNamedPosts(db: Writing, posts: NamedPost[]): Promise<void> {
  if (posts.length) await db.insertInto('namedPost').values(posts.map((post) => ({ ...post, title: json(post.title) }))).execute()
}
