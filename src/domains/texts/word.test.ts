// A text goes out to who works in Word and to who reads a PDF, and comes back clause by clause.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { plainOf, type Rich, richOf } from '#platform/documents/rich.ts'
import { writeWord } from '#platform/documents/write-word.ts'
import { savedByLibreOffice, wordOf } from '#adapters/word/word.fixture.ts'
import { textsApi as api } from './api.ts'
import type { Snapshot } from './negotiation-model.ts'
import { paperOf } from './paper.ts'
import { ayesha, company, elsewhere, story, teacher, wang, zaozhuang } from './story.test-cases.ts'
import { articlesIn } from './word-reading.ts'

let here: Awaited<ReturnType<typeof story>>
beforeAll(async () => { here = await story() })
afterAll(() => here.close())

const params = (text: { agreementId: string }) => ({ id: text.agreementId })
const snapshot = async (text: { agreementId: string; latest: { id: string } | null }) => (await here.ask(api.version, { params: { ...params(text), versionId: text.latest!.id } })).answer.content
const copy = (content: Snapshot, name = 'edited.docx') => Object.assign(new File([writeWord(paperOf(content, { layout: 'beside', madeAt: '2026-03-02T09:00:00.000Z' })) as BlobPart], name))

test('out as Word and back unchanged is no proposal at all', async () => {
  const text = await here.handed()
  const word = await here.ask(api.file, { params: params(text), query: { form: 'docx' } })
  expect([word.status, word.bytes.subarray(0, 2).toString()]).toEqual([200, 'PK'])
  const taken = await here.ask(api.takeWord, { params: params(text), body: { sideId: zaozhuang }, file: new File([word.bytes as BlobPart], 'same.docx') })
  expect([taken.status, taken.answer.error, taken.answer.changed, taken.answer.removed, taken.answer.text?.proposals]).toEqual([200, undefined, 0, 0, []])
})

test('an edited copy comes back as proposals of its side, with the variables in their places', async () => {
  const text = await here.handed()
  const content = await snapshot(text)
  content.articles[0]!.clauses[0]!.wordings.en = richOf('University of Sargodha and Zaozhuang University open two centres.')
  const taken = (await here.ask(api.takeWord, { params: params(text), body: { sideId: zaozhuang }, file: copy(content) })).answer
  expect([taken.changed, taken.removed, taken.text.proposals.length]).toEqual([1, 0, 1])
  const [proposal] = taken.text.proposals
  expect(proposal).toMatchObject({ sideId: zaozhuang, fromFile: 'edited.docx', who: 'Ayesha', clauseId: text.clause, wordings: { en: richOf('{party.a.name} and {party.b.name} open two centres.') } })
  const accepted = (await here.ask(api.answerProposal, { params: { ...params(text), proposalId: proposal!.id }, body: { accepted: true, seen: { en: 1 } } })).answer
  expect([accepted.proposals, accepted.clauses[1]!.wordings.en!.sideId]).toEqual([[], zaozhuang])
})

test('a copy edited in LibreOffice, which leaves out the controls, comes back clause by clause as well', async () => {
  const text = await here.handed()
  const ours = (await here.ask(api.file, { params: params(text), query: { form: 'docx', versionId: text.latest!.id } })).bytes
  const edited = await savedByLibreOffice(ours, (xml) => xml.replace('设立', '共同设立'))
  const taken = (await here.ask(api.takeWord, { params: params(text), body: { sideId: zaozhuang }, file: new File([edited as BlobPart], 'from Zaozhuang.docx') })).answer
  expect([taken.changed, taken.added, taken.removed, taken.outside]).toEqual([1, 0, 0, []])
  expect(taken.text.proposals).toMatchObject([{ sideId: zaozhuang, clauseId: text.clause, fromFile: 'from Zaozhuang.docx', pieces: { zh: expect.arrayContaining([{ text: '共同', mark: 'added' }]) as never } }])
})

/** What somebody typed there in Word: paragraphs of their own, or rows of the table of both languages. */
const typed = (...words: string[]) => words.map((said) => `<w:p><w:r><w:t>${said}</w:t></w:r></w:p>`).join('')
const rowOf = (...words: string[]) => `<w:tr>${words.map((said) => `<w:tc>${typed(said)}</w:tc>`).join('')}</w:tr>`
const wordings = (text: { proposals: { what: string; wordings: unknown }[] }) => text.proposals.map(({ what, wordings: said }) => [what, said])

test('a paragraph typed between clauses becomes a proposal for a new clause at that place, in both languages', async () => {
  const text = await here.handed()
  const ours = (await here.ask(api.file, { params: params(text), query: { form: 'docx', layout: 'after', versionId: text.latest!.id } })).bytes
  // Behind the clause in each language: two paragraphs in English, one in Chinese. LibreOffice keeps where a clause ends.
  const behind = (xml: string, nth: number, words: string) => { const ends = [...xml.matchAll(/<w:bookmarkStart w:id="(\d+)" w:name="pm_[^"]*"\/>/g)].at(nth)![1]; return xml.replace(`<w:bookmarkEnd w:id="${ends}"/>`, `$&${words}`) }
  const edited = await savedByLibreOffice(ours, (xml) => behind(behind(xml, 1, typed('1.2 Costs are borne by each side.', 'Disputes are settled by talks.')), 3, typed('费用由各方自理。')))
  const taken = (await here.ask(api.takeWord, { params: params(text), body: { sideId: zaozhuang }, file: new File([edited as BlobPart], 'typed.docx') })).answer
  expect([taken.changed, taken.added, taken.removed, taken.outside]).toEqual([0, 2, 0, []])
  expect(wordings(taken.text)).toEqual([['addition', { en: richOf('Costs are borne by each side.'), zh: richOf('费用由各方自理。') }], ['addition', { en: richOf('Disputes are settled by talks.') }]])
  expect(taken.text.proposals.map(({ articleId, afterId, sideId, fromFile }) => [articleId, afterId, sideId, fromFile])).toEqual(Array(2).fill([text.article, text.clause, zaozhuang, 'typed.docx']))
  const answer = async (proposalId: string, accepted: boolean) => (await here.ask(api.answerProposal, { params: { ...params(text), proposalId }, body: { accepted, because: accepted ? null : 'Said elsewhere' } })).answer
  const [costs, disputes] = taken.text.proposals.map(({ id }) => id) as [string, string]
  await answer(costs, true)
  // Accepted in this order they stand in the order in which they were typed.
  const both = await answer(disputes, true)
  expect(both.clauses.map(({ number, wordings: said }) => [number, said.en && JSON.stringify(said.en.content).includes('Costs'), said.en?.sideId])).toEqual([['1', false, expect.anything()], ['1.1', false, expect.anything()], ['1.2', true, zaozhuang], ['1.3', false, zaozhuang]])
})

test('typed as a row of the table of both languages it is one clause; refused, it leaves the text as it was', async () => {
  const text = await here.handed()
  const ours = (await here.ask(api.file, { params: params(text), query: { form: 'docx', layout: 'beside', versionId: text.latest!.id } })).bytes
  const edited = await savedByLibreOffice(ours, (xml) => xml.replace('</w:tbl>', `${rowOf('Each side names a contact.', '各方指定一名联系人。')}</w:tbl>`))
  const taken = (await here.ask(api.takeWord, { params: params(text), body: { sideId: zaozhuang }, file: new File([edited as BlobPart], 'row.docx') })).answer
  expect(wordings(taken.text)).toEqual([['addition', { en: richOf('Each side names a contact.'), zh: richOf('各方指定一名联系人。') }]])
  const refused = (await here.ask(api.answerProposal, { params: { ...params(text), proposalId: taken.text.proposals[0]!.id }, body: { accepted: false, because: 'It is in the annex' } })).answer
  expect([refused.proposals.filter(({ state }) => state === 'open'), refused.clauses.length]).toEqual([[], 2])
})

test('whose turn it is and who typed themselves has them in the text at once, in their order', async () => {
  const text = await here.begun()
  const { latest } = (await here.ask(api.handOver, { params: params(text), body: { toId: zaozhuang, waitingFor: 'wording' } })).answer
  here.as(wang)
  const ours = (await here.ask(api.file, { params: params(text), query: { form: 'docx', layout: 'beside', versionId: latest!.id } })).bytes
  const edited = await savedByLibreOffice(ours, (xml) => xml.replace('</w:tbl>', `${rowOf('First.', '第一。')}${rowOf('Second.', '第二。')}</w:tbl>`))
  const taken = (await here.ask(api.takeWord, { params: params(text), body: {}, file: new File([edited as BlobPart], 'own.docx') })).answer
  expect([taken.added, taken.text.proposals, taken.text.clauses.slice(2).map(({ number, wordings: said }) => [number, said.en!.content, said.zh!.content])]).toEqual([2, [], [['1.2', richOf('First.'), richOf('第一。')], ['1.3', richOf('Second.'), richOf('第二。')]]])
})

const edited = async (text: Parameters<typeof params>[0] & { latest: { id: string } | null }, layout: 'beside' | 'after', edit: (xml: string) => string) => {
  const ours = (await here.ask(api.file, { params: params(text), query: { form: 'docx', layout, versionId: text.latest!.id } })).bytes
  return new File([await savedByLibreOffice(ours, edit) as BlobPart], 'typed.docx')
}
const numbers = ({ clauses }: { clauses: { number: string | null; wordings: { en?: { content: Rich } | undefined } }[] }) => clauses.map(({ number, wordings: said }) => [number, said.en ? plainOf(said.en.content).slice(0, 12) : ''])

test('a new heading with what stands under it becomes an article with its clauses, proposed and answered one by one', async () => {
  const text = await here.handed()
  const file = await edited(text, 'beside', (xml) => xml.replace('</w:tbl>', `${rowOf('Article 9. Costs', '第九条 费用')}${rowOf('Each side bears its own.', '各自承担。')}${rowOf('Accounts are shown yearly.', '每年公布账目。')}</w:tbl>`))
  const taken = (await here.ask(api.takeWord, { params: params(text), body: { sideId: zaozhuang }, file })).answer
  const [article, own, shown] = taken.text.proposals.map(({ id }) => id) as [string, string, string]
  expect([taken.added, taken.outside, wordings(taken.text)]).toEqual([3, [], [
    ['addition', { en: richOf('Costs'), zh: richOf('费用') }], ['addition', { en: richOf('Each side bears its own.'), zh: richOf('各自承担。') }], ['addition', { en: richOf('Accounts are shown yearly.'), zh: richOf('每年公布账目。') }]]])
  expect(taken.text.proposals.map(({ articleId, afterId, underId }) => [articleId, afterId, underId])).toEqual([[null, text.article, null], [null, null, article], [null, null, article]])
  const answer = async (proposalId: string, accepted = true) => (await here.ask(api.answerProposal, { params: { ...params(text), proposalId }, body: { accepted, because: accepted ? null : 'Not so' } })).answer
  expect((await answer(own) as unknown as { error: string }).error).toBe('texts.article-first')
  expect(numbers(await answer(article)).slice(2)).toEqual([['2', 'Costs']])
  // Accepted in another order they stand as they were typed; one refused leaves the others.
  await answer(shown)
  expect(numbers(await answer(own)).slice(2)).toEqual([['2', 'Costs'], ['2.1', 'Each side be'], ['2.2', 'Accounts are']])
})

test('brought twice, a copy proposes nothing twice', async () => {
  const text = await here.handed()
  const file = await edited(text, 'beside', (xml) => xml.replace('设立', '共同设立').replace('</w:tbl>', `${rowOf('Article 9. Costs', '第九条 费用')}${rowOf('Each side bears its own.', '各自承担。')}</w:tbl>`))
  const bring = async () => (await here.ask(api.takeWord, { params: params(text), body: { sideId: zaozhuang }, file })).answer.text.proposals.map(({ id }) => id)
  const first = await bring()
  expect([first.length, await bring()]).toEqual([3, first])
})

test('with a new article that is refused or taken back go its clauses', async () => {
  const text = await here.handed()
  const file = () => edited(text, 'beside', (xml) => xml.replace('</w:tbl>', `${rowOf('Article 9. Costs', '第九条 费用')}${rowOf('Each side bears its own.', '各自承担。')}</w:tbl>`))
  const first = (await here.ask(api.takeWord, { params: params(text), body: { sideId: zaozhuang }, file: await file() })).answer.text.proposals[0]!.id
  const refused = (await here.ask(api.answerProposal, { params: { ...params(text), proposalId: first }, body: { accepted: false, because: 'In the annex' } })).answer
  expect([refused.proposals, refused.clauses.length]).toEqual([[], 2])
  const again = (await here.ask(api.takeWord, { params: params(text), body: { sideId: zaozhuang }, file: await file() })).answer.text.proposals[0]!.id
  here.as(wang)
  expect((await here.ask(api.withdrawProposal, { params: { ...params(text), proposalId: again } })).answer.proposals).toEqual([])
  const { answer } = await here.ask(api.proposals, { params: params(text) })
  expect(answer.map(({ state, answer: because }) => [state, because])).toEqual([['withdrawn', null], ['withdrawn', null], ['refused', 'In the annex'], ['refused', 'In the annex']])
})

test('what stands before the first article opens the text, each language with its own; a copied clause is told', async () => {
  const text = await here.handed()
  // At the head of each half, and a copy of the first clause at the very end.
  const head = (xml: string, nth: number, words: string) => { const [mark] = [...xml.matchAll(/<w:bookmarkStart w:id="\d+" w:name="pm_[^"]*"\/>/g)].at(nth)!; return xml.replace(mark, `${words}${mark}`) }
  const file = await edited(text, 'after', (xml) => head(head(xml, 2, typed('鉴于双方友好。')), 0, typed('Preamble', 'Whereas both are friends.')).replace('<w:sectPr', `${typed('枣庄学院与枣庄学院设立中心。'.replace('枣庄学院与', 'University of Sargodha与'))}<w:sectPr`))
  const taken = (await here.ask(api.takeWord, { params: params(text), body: { sideId: zaozhuang }, file })).answer
  expect(taken.outside.length).toBe(1)
  expect(taken.text.proposals.map(({ articleId, afterId, underId, numbered, wordings: said }) => [articleId, afterId, underId === null, numbered, said])).toEqual([
    [null, null, true, false, {}], [null, null, false, true, { zh: richOf('鉴于双方友好。') }],
    [null, null, true, false, { en: richOf('Preamble') }], [null, null, false, true, { en: richOf('Whereas both are friends.') }],
  ])
})

test('a Word file from elsewhere keeps its preamble without a number', async () => {
  const id = await here.drafted()
  here.as(ayesha)
  await here.ask(api.begin, { params: { id }, body: { from: 'nothing', languages: ['en'], authentic: ['en'], prevailing: null } })
  const taken = (await here.ask(api.takeWord, { params: { id }, body: { lang: 'en' }, file: new File([wordOf(typed('Preamble', 'Whereas both are friends.', 'Article 1', 'They meet.')) as BlobPart], 'old.docx') })).answer
  expect(numbers(taken.text)).toEqual([[null, 'Preamble'], [null, 'Whereas both'], ['1', ''], ['1.1', 'They meet.']])
})

test('whose turn it is and who edited themselves changes the text at once; what they took out is taken out', async () => {
  const text = await here.begun()
  const p = params(text)
  await here.ask(api.addClause, { params: p, body: { articleId: text.article, afterId: text.clause, wordings: { en: richOf('Second clause'), zh: richOf('第二款') } } })
  const { latest } = (await here.ask(api.handOver, { params: p, body: { toId: zaozhuang, waitingFor: 'wording' } })).answer
  const content = await snapshot({ ...text, latest })
  content.articles[0]!.clauses[0]!.wordings.zh = richOf('改写')
  content.articles[0]!.clauses.splice(1, 1)
  here.as(wang)
  const taken = (await here.ask(api.takeWord, { params: p, body: {}, file: copy(content) })).answer
  expect([taken.changed, taken.removed, taken.text.proposals, taken.text.clauses.map(({ number }) => number)]).toEqual([1, 1, [], ['1', '1.1']])
})

test('a text from elsewhere becomes articles and clauses; a strange file beside a text is refused', async () => {
  const id = await here.drafted()
  here.as(ayesha)
  await here.ask(api.begin, { params: { id }, body: { from: 'nothing', languages: ['en', 'zh'], authentic: ['en'], prevailing: null } })
  const blocks: Rich = [
    { kind: 'heading', level: 1, line: [{ text: 'Article 1. Purpose' }] }, { kind: 'paragraph', line: [{ text: '1.1 The parties cooperate in:' }] },
    { kind: 'list', ordered: false, items: [[{ text: 'research' }], [{ text: 'teaching' }]] }, { kind: 'heading', level: 1, line: [{ text: 'Article 2' }] }, { kind: 'paragraph', line: [{ text: 'Five years.' }] },
  ]
  const file = new File([writeWord({ languages: ['en'], title: [{ lang: 'en', text: 'Agreement' }], madeAt: '2026-03-02T09:00:00.000Z', blocks: [{ kind: 'rich', lang: 'en', rich: blocks }] }) as BlobPart], 'old.docx')
  const taken = (await here.ask(api.takeWord, { params: { id }, body: { lang: 'en' }, file })).answer
  expect(taken.text.clauses.filter(({ wordings }) => JSON.stringify(wordings.en?.content ?? []).includes('parties cooperate')).map(({ wordings }) => wordings.en!.content)).toEqual([[
    { kind: 'paragraph', line: [{ text: 'The parties cooperate in:' }] }, { kind: 'list', ordered: false, items: [[{ text: 'research' }], [{ text: 'teaching' }]] }]])
  expect((await here.ask(api.takeWord, { params: { id }, body: {}, file })).answer.error).toBe('texts.word-not-ours')
  expect((await here.ask(api.takeWord, { params: { id }, body: {}, file: new Blob(['no']) })).status).toBe(422)
})

test('three refusals of taking Word in: nobody, the wrong office, another side than there is', async () => {
  const text = await here.handed()
  const file = copy(await snapshot(text))
  const take = (sideId?: string) => here.ask(api.takeWord, { params: params(text), body: sideId ? { sideId } : {}, file })
  expect((await take(company)).answer.error).toBe('texts.not-a-side')
  here.as(teacher)
  expect((await take()).answer.error).toBe('texts.only-a-side')
  here.as(elsewhere)
  expect([(await take()).status, (await here.ask(api.file, { params: params(text), query: { form: 'pdf' } })).status]).toEqual([404, 404])
  here.as(undefined)
  expect((await take()).status).toBe(401)
})

test('as PDF it is one document in both languages, and says which version it is', async () => {
  const text = await here.handed()
  const pdf = await here.ask(api.file, { params: params(text), query: { form: 'pdf', layout: 'after', versionId: text.latest!.id } })
  expect([pdf.status, pdf.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
  const paper = paperOf(await snapshot(text), { layout: 'beside', madeAt: '2026-03-02T09:00:00.000Z', version: 1 })
  expect([paper.header!.text, paper.languages, paper.title.map(({ text }) => text)]).toEqual(['Version 1', ['en', 'zh'], ['Joint battery research', '电池联合研究']])
  expect(paper.blocks[0]).toMatchObject({ kind: 'parallel', rows: [{ cells: [{ rich: [{ line: [{ text: 'The texts in English and Chinese are equally authentic.' }] }] }, {}] }, { clause: text.article, cells: [{ label: 'Article 1' }, { label: '第一条' }] }, { clause: text.clause }] })
})

test('numbers at the beginning of a line are taken off, words are not', () => {
  const said = (text: string) => articlesIn([{ blocks: [{ kind: 'paragraph', line: [{ text }] }] }])[0]!.clauses[0]![0]
  const line = (text: string) => ({ kind: 'paragraph', line: [{ text }] })
  expect(['2.1 Costs', '2.1. Costs', '第三款 费用', 'Статья 4. Расходы', '3) Costs', '2026 is a year', 'Articles of faith'].map(said)).toEqual(['Costs', 'Costs', '费用', 'Расходы', 'Costs', '2026 is a year', 'Articles of faith'].map(line))
})
