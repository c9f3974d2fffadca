// An agreement is signed in the browser, from the PDF that is brought to the sealed file that anyone can verify without a script.
import { PDF } from '@libpdf/core'
import { expect, test } from 'vitest'
import { administrator } from './house.ts'
import { onACutLine, recordInk } from './signing-hands.ts'
import { signIn, speaks, traveller, type Traveller } from './traveller.ts'

const today = () => new Date().toISOString().slice(0, 10)

/** The administrator as director of two universities, with a draft between them. */
async function draftBetweenTwo({ context }: Traveller): Promise<{ id: string; home: string }> {
  const me = await (await context.request.get('/api/me')).json() as { csrf: string; viewer: { id: string } }
  const headers = { 'x-csrf-token': me.csrf }
  const send = async (path: string, data: object) => {
    const reply = await context.request.post(`/api${path}`, { headers, data })
    expect(reply.status(), await reply.text()).toBe(200)
    return await reply.json() as { id: string }
  }
  const places = []
  for (const [name, country, zh] of [['University of the Salt Range', 'PK', null], ['University of the Grand Canal', 'CN', '大运河大学']] as const) {
    const names = [{ text: name, lang: 'en', kind: 'display' }, ...(zh ? [{ text: zh, lang: 'zh', kind: 'label' }] : [])]
    const place = await send('/organisations', { kind: 'university', country, names })
    await send(`/people/${me.viewer.id}/offices`, { role: 'director', organisationId: place.id, title: null })
    places.push(place.id)
  }
  const parties = [{ organisationId: places[0], signatory: 'Prof. Dr. Ayesha Siddiqui', signatoryTitle: 'Vice Chancellor' }, { organisationId: places[1], signatory: '王丽', signatoryTitle: '校长' }]
  const agreement = { kind: 'memorandum', title: 'Memorandum on joint battery research', titleLang: 'en', termKind: 'fixed', termYears: 5, visibility: 'public', parties }
  const draft = await send('/drafts', { agreement, text: { from: 'nothing', languages: ['en', 'zh'], authentic: ['en', 'zh'], prevailing: null } })
  return { id: draft.id, home: places[0]! }
}

async function pdf(): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const made = PDF.create()
  made.addPage({ size: 'a4' }).drawText('The parties open a joint centre.', { x: 60, y: 760, size: 14 })
  return { name: 'memorandum.pdf', mimeType: 'application/pdf', buffer: Buffer.from(await made.save()) }
}

test('from a PDF that is brought to the sealed file that anyone can verify', async () => {
  const someone = await traveller('en')
  const { page, text } = someone
  await signIn(someone)
  const { id, home } = await draftBetweenTwo(someone)
  await someone.go(`/agreements/${id}/signing?lang=en`)
  await page.locator('input[type=file]').setInputFiles(await pdf())
  await page.getByRole('button', { name: text('signing.open') }).click()
  await page.getByText(text('signing.stages.clearing')).first().waitFor()
  await someone.accessible('a signing that waits for clearances')
  for (const give = page.getByRole('button', { name: text('signing.clearance.give') }); await give.count() > 0;) {
    const before = await give.count()
    await give.first().click()
    await page.getByRole('dialog').getByRole('button', { name: text('signing.clearance.give') }).click()
    await expect.poll(() => give.count()).toBeLessThan(before)
  }
  await page.getByText(text('signing.stages.signing')).first().waitFor()

  await page.getByRole('button', { name: text('signing.sign'), exact: true }).first().click()
  await page.getByLabel(text('signing.password-again')).fill(administrator.password)
  await someone.accessible('what is signed')
  await page.getByRole('dialog').getByRole('button', { name: text('signing.sign'), exact: true }).click()
  await page.locator('.signed .mark').filter({ hasText: text('signing.means.electronic.done') }).waitFor()

  // The other side signed in ink. Its photograph goes on from where it stood when the line broke, and the dialog stays open meanwhile.
  const began = await onACutLine(someone, (file) => recordInk(someone, id, { name: '王丽', place: '枣庄', day: today(), file }))
  expect(began).toEqual([0, 262_144, 262_144, 524_288])
  await page.getByText(text('signing.stages.sealed')).first().waitFor()
  await someone.go(`/organisations/${home}/signing?lang=en`)
  await page.getByText(text('signing.certificate.installation')).waitFor()
  await someone.go(`/agreements/${id}/signing?lang=en`)
  const href = await page.getByRole('link', { name: text('signing.take-sealed') }).getAttribute('href')
  const sealed = await (await someone.context.request.get(href!)).body()
  const code = await page.locator('a[href^="/verify/"]').innerText()
  expect(someone.mistakes.filter((one) => !one.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
  await someone.leave()

  const stranger = await traveller('ur', { javaScript: false, phone: true })
  await stranger.go(`/verify/${code}?lang=ur`)
  await speaks(stranger.page, 'ur')
  await stranger.page.getByText(stranger.text('signing.verify.by-code')).waitFor()
  for (const [file, finding] of [[sealed, 'sealed'], [Buffer.concat([sealed, Buffer.from('\nmore')]), 'longer'], [sealed.subarray(0, sealed.length - 9), 'shorter'], [(await pdf()).buffer, 'other']] as const) {
    await stranger.page.locator('input[type=file]').setInputFiles({ name: 'paper.pdf', mimeType: 'application/pdf', buffer: Buffer.from(file) })
    await stranger.page.getByRole('button', { name: stranger.text('signing.verify.check') }).click()
    await stranger.page.getByText(stranger.text(`signing.verify.finding.${finding}`)).waitFor()
  }
  await stranger.leave()
})
