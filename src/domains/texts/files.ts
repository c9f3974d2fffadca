// A text as a file to take away: PDF to read, Word to work in. What is taken is a version, or the text as it stands.
import type { Looking } from '#platform/http/serve.ts'
import type { Download } from '#platform/http/contract.ts'
import { writePdf } from '#platform/documents/write-pdf.ts'
import { writeWord } from '#platform/documents/write-word.ts'
import type { Id } from '#platform/kinds.ts'
import type { TextFileQuery } from './negotiation-model.ts'
import { paperOf } from './paper.ts'
import { snapshotOf } from './snapshots.ts'
import { findWhole } from './store.ts'
import { versionFor } from './version-store.ts'

export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export async function writeText({ db, viewer, now }: Looking, id: Id, { form, layout, languages, versionId }: TextFileQuery): Promise<Download> {
  const whole = await findWhole(db, viewer, id)
  const version = versionId ? await versionFor(db, viewer, whole, versionId) : undefined
  const content = version?.content ?? snapshotOf(whole)
  const paper = paperOf(content, { layout, madeAt: version?.at ?? now, version: version?.number ?? null, ...(languages ? { languages } : {}) })
  const name = [paper.title[0].text.replaceAll(/[\\/:*?"<>|]/g, ' ').slice(0, 120), version ? `v${version.number}` : now.slice(0, 10)].join(' ')
  if (form === 'docx') return { name: `${name}.docx`, type: wordType, body: writeWord(paper) }
  return { name: `${name}.pdf`, type: 'application/pdf', body: (await writePdf(paper)).bytes }
}
