// Public verification: by the code on the paper, or by the file itself.
import { stateOn } from '#domains/agreements/rules.ts'
import { findOrganisationsBrief } from '#domains/organisations/store.ts'
import { nameIn } from '#domains/organisations/model.ts'
import type { Reading } from '#platform/db/database.ts'
import type { Instant, Locale } from '#platform/kinds.ts'
import { checkPdf } from '#platform/signatures/check.ts'
import { authorityFingerprint } from './certificate-store.ts'
import { askSealed } from './code-store.ts'
import type { SigningRow } from './model.ts'
import type { SealedMinutes, Verification, Verified } from './verification-model.ts'
import './tables.ts'

/** What was sealed under this code, typed with or without its dashes, in any case. */
export async function sealedUnder(db: Reading, typed: string, locale: Locale, now: Instant): Promise<Verified | null> {
  const plain = typed.toUpperCase().replace(/[^0-9A-Z]/g, '')
  const code = `${plain.slice(0, 4)}-${plain.slice(4, 8)}-${plain.slice(8)}`
  if (plain.length !== 12) return null
  const signing = await sealed(db).where('code', '=', code).executeTakeFirst()
  return signing ? tell(db, signing, locale, now) : askSealed((papers) => papers.underCode(db, code))
}

/** Takes a PDF: whether it is one that was sealed here, whole or not, and what its signatures say. */
export async function verifyFile(db: Reading, bytes: Uint8Array, locale: Locale, now: Instant): Promise<Verification> {
  const checked = await checkPdf(bytes, new Date(now))
  const [found, root] = [await findSealed(db, bytes, checked.sha256), await authorityFingerprint(db)]
  return {
    finding: found.finding, sha256: checked.sha256, sealed: found.signing ? await tell(db, found.signing, locale, now) : found.other ?? null, whole: checked.whole,
    signatures: checked.signatures.map((one) => ({ ...one, issuedHere: root !== null && one.chain.includes(root) })),
  }
}

const sealed = (db: Reading) => db.selectFrom('signing').selectAll().where('sealedAt', 'is not', null)

type Found = { finding: Verification['finding']; signing: SigningRow | null; other?: SealedMinutes }
/** By its hash; else by the code printed on it being part of what it begins with: a copy that was cut or added to shares its beginning. */
async function findSealed(db: Reading, bytes: Uint8Array, sha256: string): Promise<Found> {
  const same = await sealed(db).where('sealedSha256', '=', sha256).executeTakeFirst()
  if (same) return { finding: 'sealed', signing: same }
  const earlier = await db.selectFrom('signature').innerJoin('signing', 'signing.id', 'signature.signingId').selectAll('signing')
    .where('signature.fileSha256', '=', sha256).where('sealedAt', 'is not', null).executeTakeFirst() ?? await sealed(db).where('paperSha256', '=', sha256).executeTakeFirst()
  if (earlier) return { finding: 'revision', signing: earlier }
  const known = await askSealed((papers) => papers.withHash(db, sha256))
  return known ? { finding: known.finding, signing: null, other: known.sealed } : likeIt(db, bytes)
}

/** Every sealed file whose first four thousand bytes are these: the identifiers in it make them differ from every other. */
async function likeIt(db: Reading, bytes: Uint8Array): Promise<Found> {
  const start = Buffer.from(bytes.subarray(0, 4096))
  const near = await sealed(db).innerJoin('fileContent', 'fileContent.sha256', 'signing.sealedSha256').select('fileContent.bytes as content')
    .where((is) => is(is.fn('substring', [is.ref('fileContent.bytes'), is.val(1), is.val(start.length)]), '=', start as never)).limit(1).executeTakeFirst()
  if (near) {
    const { content, ...signing } = near
    const finding = compared(content, bytes)
    return { finding, signing: finding === 'other' ? null : signing }
  }
  const other = await askSealed((papers) => papers.beginningWith(db, start))
  const finding = other ? compared(other.content, bytes) : 'other'
  return { finding, signing: null, ...(other && finding !== 'other' && { other: other.sealed }) }
}

function compared(content: Uint8Array, bytes: Uint8Array): 'longer' | 'shorter' | 'other' {
  const length = Math.min(content.length, bytes.length)
  if (!Buffer.from(content.subarray(0, length)).equals(Buffer.from(bytes.subarray(0, length)))) return 'other'
  return bytes.length > content.length ? 'longer' : 'shorter'
}

async function tell(db: Reading, signing: SigningRow, locale: Locale, now: Instant): Promise<Verified> {
  const agreement = await db.selectFrom('agreement').selectAll().where('id', '=', signing.agreementId).executeTakeFirstOrThrow()
  const { holdsFrom, holdsUntil, visibility, kind, removedAt } = agreement
  const shown = visibility === 'public' && !removedAt
  const signed = await db.selectFrom('signature').selectAll().where('signingId', '=', signing.id).orderBy('signedAt').execute()
  const organisations = await findOrganisationsBrief(db, signed.map(({ sideId }) => sideId))
  const names = new Map(organisations.map((one) => [one.id, nameIn(one, locale)]))
  return {
    about: 'agreement', code: signing.code, state: stateOn(now, agreement), sealedAt: signing.sealedAt!, sealedSha256: signing.sealedSha256!, signedOn: agreement.signedOn, since: holdsFrom, until: holdsUntil,
    public: shown ? {
      kind, title: agreement.titles[locale] ?? agreement.title, parties: [...names.values()],
      signatures: signed.map(({ name, title, sideId, means, signedOn }) => ({ name, title, side: names.get(sideId) ?? '', means, signedOn })),
    } : null,
  }
}
