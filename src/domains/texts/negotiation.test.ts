// Negotiation: proposals and their answers, what is said to all and what stays within a side, and the refusals of each deed.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chainOf } from '#platform/audit/journal.ts'
import { richOf } from '#platform/documents/rich.ts'
import { textsApi as api } from './api.ts'
import { ayesha, bilal, company, elsewhere, kim, sargodha, story, teacher, wang, zaozhuang } from './story.test-cases.ts'

let here: Awaited<ReturnType<typeof story>>
beforeAll(async () => { here = await story() })
afterAll(() => here.close())

const params = (text: { agreementId: string }) => ({ id: text.agreementId })
const change = (clauseId: string, content: string, more = {}) => ({ what: 'change' as const, clauseId, wordings: { en: richOf(content) }, ...more })

test('the side whose turn it is not proposes; another side accepts into the text, refuses with a reason, or counters', async () => {
  const text = await here.handed()
  const p = params(text)
  const [first] = (await here.ask(api.propose, { params: p, body: change(text.clause, '{party.a.name} and {party.b.name} open two centres.', { because: 'One in each city' }) })).answer.proposals
  expect(first).toMatchObject({ sideId: sargodha, who: 'Ayesha', state: 'open', because: 'One in each city' })
  expect(first!.pieces.en).toContainEqual({ text: 'two', mark: 'added' })
  expect((await here.ask(api.answerProposal, { params: { ...p, proposalId: first!.id }, body: { accepted: true, seen: { en: 1 } } })).answer.error).toBe('texts.own-proposal')
  here.as(wang)
  expect((await here.ask(api.answerProposal, { params: { ...p, proposalId: first!.id }, body: { accepted: true, seen: {} } })).answer.error).toBe('texts.changed-meanwhile')
  const countered = (await here.ask(api.propose, { params: p, body: change(text.clause, '{party.a.name} and {party.b.name} open a centre in Sargodha.', { countersId: first!.id }) })).answer
  expect(countered.proposals.map(({ sideId, countersId }) => [sideId, countersId])).toEqual([[zaozhuang, first!.id]])
  here.as(ayesha)
  const accepted = (await here.ask(api.answerProposal, { params: { ...p, proposalId: countered.proposals[0]!.id }, body: { accepted: true, seen: { en: 1 } } })).answer
  expect([accepted.proposals, accepted.clauses[1]!.wordings.en!.sideId, accepted.clauses[1]!.wordings.zh!.matches]).toEqual([[], zaozhuang, false])
  const all = (await here.ask(api.proposals, { params: p })).answer
  expect(all.map(({ state, answererId }) => [state, answererId])).toEqual([['accepted', sargodha], ['countered', zaozhuang]])
  expect((await here.ask(api.changes, { params: { ...p, clauseId: text.clause } })).answer[0]).toMatchObject({ proposalId: all[0]!.id, sideId: zaozhuang, leads: true })
})

test('the same is proposed once, until it is answered', async () => {
  const text = await here.handed()
  const propose = () => here.ask(api.propose, { params: params(text), body: change(text.clause, 'Two centres.') })
  const [first] = (await propose()).answer.proposals
  expect((await propose()).answer.error).toBe('texts.proposed-already')
  await here.ask(api.withdrawProposal, { params: { ...params(text), proposalId: first!.id } })
  expect((await propose()).answer.proposals).toHaveLength(1)
})

test('an addition becomes a clause, a removal takes one out, a proposal is withdrawn by its side alone', async () => {
  const text = await here.handed()
  const p = params(text)
  const addition = { what: 'addition' as const, articleId: text.article, afterId: text.clause, wordings: { en: richOf('A new clause'), zh: richOf('新条款') } }
  const proposed = (await here.ask(api.propose, { params: p, body: addition })).answer.proposals
  const removal = (await here.ask(api.propose, { params: p, body: { what: 'removal', clauseId: text.clause } })).answer.proposals.find(({ what }) => what === 'removal')!
  expect(removal.pieces.zh![0]!.mark).toBe('removed')
  here.as(wang)
  expect((await here.ask(api.withdrawProposal, { params: { ...p, proposalId: removal.id } })).answer.error).toBe('texts.not-your-proposal')
  const added = (await here.ask(api.answerProposal, { params: { ...p, proposalId: proposed[0]!.id }, body: { accepted: true } })).answer
  expect(added.clauses.map(({ number }) => number)).toEqual(['1', '1.1', '1.2'])
  expect((await here.ask(api.answerProposal, { params: { ...p, proposalId: removal.id }, body: { accepted: false } })).answer.error).toBe('texts.refuse-with-a-reason')
  const gone = (await here.ask(api.answerProposal, { params: { ...p, proposalId: removal.id }, body: { accepted: true } })).answer
  expect(gone.clauses.map(({ id }) => id)).not.toContain(text.clause)
  expect((await here.ask(api.answerProposal, { params: { ...p, proposalId: removal.id }, body: { accepted: true } })).answer.error).toBe('texts.proposal-answered-already')
})

test('a clause is proposed for another place; what it was to stand behind may go meanwhile, its article may not', async () => {
  const text = await here.handed()
  const p = params(text)
  here.as(wang)
  const add = (articleId: string | null, afterId: string | null, words: string) => here.ask(api.addClause, { params: p, body: { articleId, afterId, wordings: { en: richOf(words), zh: richOf('条') } } })
  const second = (await add(null, text.article, 'Costs')).answer.clauses.at(-1)!.id
  const cost = (await add(second, null, 'Each bears its own')).answer.clauses.at(-1)!.id
  here.as(ayesha)
  const move = (clauseId: string, articleId: string | null, afterId: string | null) => here.ask(api.propose, { params: p, body: { what: 'move', clauseId, articleId, afterId, because: 'Costs first' } })
  expect((await move(text.clause, text.article, null)).answer.error).toBe('texts.stands-there')
  expect((await move(text.clause, null, text.article)).answer.error).toBe('texts.not-in-an-article')
  expect((await move(text.clause, second, text.article)).answer.error).toBe('texts.article-gone')
  const behind = (await move(text.clause, second, cost)).answer.proposals.at(-1)!
  expect(behind).toMatchObject({ what: 'move', clauseId: text.clause, articleId: second, afterId: cost, because: 'Costs first' })
  const addition = (await here.ask(api.propose, { params: p, body: { what: 'addition', articleId: second, afterId: cost, wordings: { en: richOf('Taxes') } } })).answer.proposals.at(-1)!
  const homeless = (await here.ask(api.propose, { params: p, body: { what: 'addition', articleId: text.article, afterId: text.clause, wordings: { en: richOf('Late') } } })).answer.proposals.at(-1)!
  here.as(wang)
  const reply = (proposalId: string) => here.ask(api.answerProposal, { params: { ...p, proposalId }, body: { accepted: true } })
  await here.ask(api.removeClause, { params: { ...p, clauseId: cost } })
  const moved = (await reply(behind.id)).answer
  expect(moved.clauses.map(({ id, number }) => [id, number])).toEqual([[text.article, '1'], [second, '2'], [text.clause, '2.1']])
  expect((await here.ask(api.changes, { params: { ...p, clauseId: text.clause } })).answer[0]).toMatchObject({ what: 'moved', sideId: sargodha, proposalId: behind.id })
  expect((await reply(addition.id)).answer.clauses.map(({ number }) => number)).toEqual(['1', '2', '2.1', '2.2'])
  await here.ask(api.removeClause, { params: { ...p, clauseId: text.article } })
  expect((await reply(homeless.id)).answer.error).toBe('texts.article-gone')
})

test('internal talk reaches its side alone: no answer, count, history or version of another side knows of it', async () => {
  const text = await here.handed()
  const p = params(text)
  const before = await chainOf(here.db, text.agreementId)
  const secret = 'Our limit is two centres'
  const [internal] = (await here.ask(api.comment, { params: p, body: { clauseId: text.clause, internal: true, body: secret } })).answer
  expect(internal).toMatchObject({ internal: true, mine: true, body: secret })
  here.as(bilal)
  const answered = (await here.ask(api.comment, { params: p, body: { answersId: internal!.id, internal: false, body: `${secret}, I agree` } })).answer
  expect(answered.map(({ internal, clauseId }) => [internal, clauseId])).toEqual([[true, text.clause], [true, text.clause]])
  await here.ask(api.settleComment, { params: { ...p, commentId: internal!.id } })
  expect(await chainOf(here.db, text.agreementId)).toEqual(before)
  expect((await chainOf(here.db, internal!.id)).map(({ what }) => what)).toEqual(['text.commented', 'text.comment-settled'])
  for (const other of [wang, teacher, { ...wang, admin: true }]) {
    here.as(other)
    const said = await Promise.all([
      here.ask(api.comments, { params: p }), here.ask(api.read, { params: p }), here.ask(api.versions, { params: p }), here.ask(api.proposals, { params: p }), here.ask(api.board, { query: {} }),
      here.ask(api.boardCounts, { query: {} }), here.ask(api.changes, { params: { ...p, clauseId: text.clause } }), here.ask(api.compare, { params: p, query: { from: text.latest!.id } }),
    ])
    expect(said.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200, 200, 200])
    for (const { bytes } of said) expect(bytes.toString()).not.toMatch(new RegExp(`limit|${internal!.id}|${answered[1]!.id}`))
  }
  here.as(wang)
  const touched = await Promise.all([
    here.ask(api.settleComment, { params: { ...p, commentId: internal!.id } }), here.ask(api.openComment, { params: { ...p, commentId: internal!.id } }), here.ask(api.removeComment, { params: { ...p, commentId: internal!.id } }),
    here.ask(api.comment, { params: p, body: { answersId: internal!.id, body: 'What limit?' } }),
  ])
  expect(touched.map(({ status }) => status)).toEqual([404, 404, 404, 404])
  const shared = (await here.ask(api.comment, { params: p, body: { clauseId: text.clause, body: 'Why not two?' } })).answer
  expect(shared.map(({ body }) => body)).toEqual(['Why not two?'])
  here.as(ayesha)
  expect((await here.ask(api.comments, { params: p })).answer).toHaveLength(3)
  expect((await here.ask(api.removeComment, { params: { ...p, commentId: shared[0]!.id } })).answer.error).toBe('texts.not-your-comment')
})

test('three refusals for each deed: nobody, the wrong office, the wrong moment', async () => {
  const text = await here.handed()
  const p = params(text)
  const clause = { ...p, clauseId: text.clause }
  const proposal = (await here.ask(api.propose, { params: p, body: change(text.clause, 'Proposed') })).answer.proposals[0]!
  const deeds = {
    word: () => here.ask(api.word, { params: { ...clause, lang: 'en' }, body: { content: richOf('x'), seen: 1 } }),
    match: () => here.ask(api.match, { params: { ...clause, lang: 'en' }, body: { seen: 1 } }),
    addClause: () => here.ask(api.addClause, { params: p, body: { articleId: null, afterId: null } }),
    placeClause: () => here.ask(api.placeClause, { params: clause, body: { articleId: text.article, afterId: null } }),
    removeClause: () => here.ask(api.removeClause, { params: clause }),
    restoreClause: () => here.ask(api.restoreClause, { params: clause }),
    setLanguages: () => here.ask(api.setLanguages, { params: p, body: { languages: ['en'], authentic: ['en'], prevailing: null } }),
    giveValue: () => here.ask(api.giveValue, { params: { ...p, name: 'x' }, body: {} }),
    handOver: () => here.ask(api.handOver, { params: p, body: { toId: sargodha, waitingFor: 'answer' } }),
    takeTurnBack: () => here.ask(api.takeTurnBack, { params: p }),
    consent: () => here.ask(api.consent, { params: p, body: { versionId: text.latest!.id } }),
    takeConsentBack: () => here.ask(api.takeConsentBack, { params: p }),
    reopen: () => here.ask(api.reopen, { params: p, body: { because: 'x' } }),
    propose: () => here.ask(api.propose, { params: p, body: { what: 'change', clauseId: text.clause, wordings: {} } }),
    answerProposal: () => here.ask(api.answerProposal, { params: { ...p, proposalId: proposal.id }, body: { accepted: false } }),
    withdrawProposal: () => here.ask(api.withdrawProposal, { params: { ...p, proposalId: proposal.id } }),
    comment: () => here.ask(api.comment, { params: p, body: { body: 'x' } }),
    begin: () => here.ask(api.begin, { params: p, body: { from: 'nothing', languages: ['en'], authentic: ['en'], prevailing: null } }),
  }
  const refusals = async () => Object.fromEntries(await Promise.all(Object.entries(deeds).map(async ([name, deed]) => { const { status, answer } = await deed(); return [name, answer.error ?? status] })))
  here.as(undefined)
  expect(new Set(Object.values(await refusals()))).toEqual(new Set(['web.sign-in-first']))
  here.as(elsewhere)
  expect(new Set(Object.values(await refusals()))).toEqual(new Set(['web.not-found']))
  here.as(teacher)
  expect(new Set(Object.values(await refusals()))).toEqual(new Set(['texts.only-a-side']))
  here.as(ayesha)
  const notYours = 'texts.not-your-turn'
  const { consent: _c, comment: _d, withdrawProposal: _w, match: _m, takeTurnBack: _t, ...early } = deeds
  const said = Object.fromEntries(await Promise.all(Object.entries(early).map(async ([name, deed]) => [name, (await deed()).answer.error])))
  expect(said).toEqual({
    word: notYours, addClause: notYours, placeClause: notYours, removeClause: notYours, restoreClause: notYours, setLanguages: notYours, giveValue: notYours, handOver: notYours,
    takeConsentBack: 'texts.not-agreed-by-you', reopen: 'texts.not-agreed-yet', propose: 'texts.nothing-proposed', answerProposal: 'texts.own-proposal', begin: 'texts.begun-already',
  })
  await deeds.consent()
  expect((await deeds.consent()).answer.error).toBe('texts.agreed-already')
  expect((await here.ask(api.takeConsentBack, { params: p })).answer.latest!.consents).toEqual([])
  expect((await here.ask(api.takeTurnBack, { params: p })).answer.turn).toMatchObject({ sideId: sargodha, fromId: null })
  expect((await deeds.takeTurnBack()).answer.error).toBe('texts.your-turn-already')
  here.as(wang)
  expect((await deeds.takeTurnBack()).answer.error).toBe('texts.not-yours-to-take-back')
  here.as(kim)
  expect((await deeds.comment()).status).toBe(404)
})

test('of three sides any may propose and any other answer; the turn goes from side to side', async () => {
  const text = await here.handed([sargodha, zaozhuang, company])
  const p = params(text)
  here.as(kim)
  const [proposal] = (await here.ask(api.propose, { params: p, body: change(text.clause, 'Three parties open a centre.') })).answer.proposals
  here.as(ayesha)
  await here.ask(api.answerProposal, { params: { ...p, proposalId: proposal!.id }, body: { accepted: true, seen: { en: 1 } } })
  here.as(wang)
  const over = (await here.ask(api.handOver, { params: p, body: { toId: company, waitingFor: 'answer' } })).answer
  expect([over.turn.sideId, over.turn.fromId, over.latest!.number, over.sides.map(({ letter }) => letter)]).toEqual([company, zaozhuang, 2, ['a', 'b', 'c']])
  expect((await here.ask(api.handOver, { params: p, body: { toId: sargodha, waitingFor: 'answer' } })).answer.error).toBe('texts.not-your-turn')
  here.as(kim)
  expect((await here.ask(api.handOver, { params: p, body: { toId: company, waitingFor: 'answer' } })).answer.error).toBe('texts.has-the-turn')
  const { id } = { id: await here.drafted() }
  here.as(wang)
  expect((await here.ask(api.begin, { params: { id }, body: { from: 'agreement', agreementId: text.agreementId } })).answer.clauses.map(({ number }) => number)).toEqual(['1', '1.1'])
})
