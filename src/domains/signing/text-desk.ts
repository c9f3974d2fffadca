// What the room of texts says about what is signed, and what it hears of it. An agreement without a text here is signed as the PDF
// that was brought.
import { moveStage } from '#domains/texts/actions.ts'
import { textToSign } from '#domains/texts/store.ts'
import type { Reading } from '#platform/db/database.ts'
import type { Doing } from '#platform/http/serve.ts'
import type { Id } from '#platform/kinds.ts'
import { demand, found } from '#platform/refusals.ts'
import type { Hashes, SigningFile, SigningRow } from './model.ts'
import { type Home, holdToOpen, open } from './opening.ts'
import { paperFromText } from './sheet.ts'
import { textPaper } from './text-paper.ts'

/** Opens it: what is signed is the version to which every side agreed. */
export async function openWithText(at: Doing, home: Home, agreementId: Id): Promise<SigningFile> {
  const held = await holdToOpen(at, agreementId)
  const text = await textToSign(at.db, agreementId)
  demand(text ? undefined : 'signing.text-not-agreed')
  const { versionId, number, authentic, hashes } = found(text)
  const signing = await open(at, home, held, {
    hashes: only(authentic, hashes), versionId, versionNumber: number, bytes: (sheet) => paperFromText(textPaper(text!, { ...sheet, title: held.row.title, titleLang: held.row.titleLang, sha256: null })),
  })
  await followStage(at, signing)
  return signing
}

/** The version that every side agreed to, when it can be signed. */
export async function readyText(db: Reading, agreementId: Id): Promise<{ versionNumber: number; hashes: Hashes } | null> {
  const text = await textToSign(db, agreementId)
  return text && { versionNumber: text.number, hashes: only(text.authentic, text.hashes) }
}

/** The text that is signed must still be the one that every side agreed to. */
export async function mustBeTheText(db: Reading, { agreementId, versionId, hashes }: Pick<SigningRow, 'agreementId' | 'versionId' | 'hashes'>): Promise<void> {
  if (!versionId) return
  const text = await textToSign(db, agreementId)
  demand(text?.versionId === versionId && Object.entries(hashes).every(([lang, hash]) => text.hashes[lang as keyof typeof text.hashes] === hash) ? undefined : 'signing.text-changed')
}

/** The board of drafts shows what a text waits for. */
export async function followStage(at: Doing, { agreementId, versionNumber, stage }: Pick<SigningFile, 'agreementId' | 'versionNumber'> & { stage: 'clearing' | 'signing' | 'agreed' | 'sealed' }): Promise<void> {
  if (versionNumber !== null && stage !== 'sealed' && await textToSign(at.db, agreementId)) await moveStage(at, agreementId, stage)
}

const only = (authentic: readonly string[], hashes: Partial<Record<string, string>>): Hashes => Object.fromEntries(authentic.flatMap((lang) => (hashes[lang] ? [[lang, hashes[lang]]] : [])))
