// The people and the draft that the tests of texts are about: Sargodha and Zaozhuang write a memorandum, a company looks on.
import { addAgreements } from '#domains/agreements/actions.ts'
import { putOrganisation } from '#domains/agreements/fixtures.test-cases.ts'
import { house } from '#platform/auth/viewer.ts'
import { richOf } from '#platform/documents/rich.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { readWord } from '#adapters/word/read-word.ts'
import type { Routes } from '#platform/http/serve.ts'
import { person, world } from '#test/world.ts'
import { textsApi as api } from './api.ts'
import type { TextFile } from './negotiation-model.ts'
import { textRoutes } from './routes.ts'

export const [sargodha, zaozhuang, company, lanzhou] = [newId(), newId(), newId(), newId()]
export const ayesha = person('Ayesha', { role: 'director', at: sargodha, country: 'PK' })
export const bilal = person('Bilal', { role: 'coordinator', at: sargodha, country: 'PK' })
export const teacher = person('Nadia', { role: 'faculty', at: sargodha, country: 'PK' })
export const wang = person('Wang', { role: 'director', at: zaozhuang, country: 'CN' })
export const kim = person('Kim', { role: 'signatory', at: company, country: 'KR' })
export const elsewhere = person('Li', { role: 'director', at: lanzhou, country: 'CN' })

export async function story(further: Routes = []) {
  const here = await world([...textRoutes(readWord), ...further])
  await putOrganisation(here.db, { id: sargodha, name: 'University of Sargodha', country: 'PK', city: 'Sargodha' })
  await putOrganisation(here.db, { id: zaozhuang, name: 'Zaozhuang University', nameZh: '枣庄学院', country: 'CN', city: 'Zaozhuang' })
  await putOrganisation(here.db, { id: company, name: 'Cell Works', country: 'KR' })
  await putOrganisation(here.db, { id: lanzhou, name: 'Lanzhou University', country: 'CN' })
  for (const { id, name } of [ayesha, bilal, teacher, wang, kim, elsewhere]) {
    await here.db.insertInto('person').values({ id, name, nameNative: null, email: null, locale: null, passwordHash: null, source: null, example: false, createdAt: '2026-01-01T00:00:00Z', closedAt: null }).execute()
  }

  /** A draft between these, for its parties only. */
  async function drafted(parties: Id[] = [sargodha, zaozhuang]): Promise<Id> {
    const [id] = await here.db.transaction().execute((db) => addAgreements({ db, viewer: house, now: '2026-03-01T09:00:00.000Z' },
      [{ kind: 'memorandum', title: 'Joint battery research', titleLang: 'en', titles: { zh: '电池联合研究' }, termKind: 'fixed', termYears: 5, draft: true, parties: parties.map((organisationId) => ({ organisationId })) }]))
    return id!
  }
  /** A text in English and Chinese with one article of one clause, in Sargodha's hands. */
  async function begun(parties?: Id[]): Promise<TextFile & { article: Id; clause: Id }> {
    const id = await drafted(parties)
    here.as(ayesha)
    await here.ask(api.begin, { params: { id }, body: { from: 'nothing', languages: ['en', 'zh'], authentic: ['en', 'zh'], prevailing: null } })
    const withArticle = (await here.ask(api.addClause, { params: { id }, body: { articleId: null, afterId: null, wordings: { en: richOf('Purpose'), zh: richOf('宗旨') } } })).answer
    const article = withArticle.clauses[0]!.id
    const text = (await here.ask(api.addClause, { params: { id }, body: { articleId: article, afterId: null, wordings: { en: richOf('{party.a.name} and {party.b.name} open a centre.'), zh: richOf('{party.a.name}与{party.b.name}设立中心。') } } })).answer
    return { ...text, article, clause: text.clauses[1]!.id }
  }
  /** The same, handed over to Zaozhuang. */
  async function handed(parties?: Id[]) {
    const text = await begun(parties)
    const over = await here.ask(api.handOver, { params: { id: text.agreementId }, body: { toId: zaozhuang, waitingFor: 'comments', note: 'Please read clause 1.1' } })
    return { ...text, ...over.answer, article: text.article, clause: text.clause }
  }
  return { ...here, drafted, begun, handed }
}
