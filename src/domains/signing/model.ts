// Signing an agreement: what is signed, by whom, how each side does it, and the signatures that came of it. Certificates,
// clearances and ceremonies have models of their own beside this one.
import * as z from 'zod'
import { OrganisationBrief } from '#domains/organisations/model.ts'
import { Day, Id, Instant, LongText, ShortText } from '#platform/kinds.ts'
import { Checked } from '#platform/signatures/checked.ts'
import { Check, ClearanceShown } from './clearance-model.ts'
import { CertificateShown } from './certificate-model.ts'

/** Here; as a PDF signed elsewhere; with a pen. */
export const means = ['electronic', 'uploaded', 'ink'] as const
export const Means = z.enum(means)
export type Means = z.infer<typeof Means>

/** Head of the institution, deputy, dean, director of an office. By it the parties see whether equals sign. */
export const ranks = ['head', 'deputy', 'dean', 'director', 'other'] as const
export const Rank = z.enum(ranks)
export type Rank = z.infer<typeof Rank>

/** By what right: an office held here, a delegation on file, or as stated by those who recorded it. */
export const authorities = ['office', 'delegation', 'stated'] as const

/** Of the text, SHA-256 by authentic language; `pdf` when the paper was brought as a file. */
export const Hashes = z.record(z.string().regex(/^[a-z]{2,3}(-[A-Za-z]{4})?$/), z.string().regex(/^[0-9a-f]{64}$/))
export type Hashes = z.infer<typeof Hashes>

export const Seat = z.object({
  id: Id, sideId: Id, place: z.int(), unit: ShortText.nullable(), name: ShortText.nullable(), title: ShortText.nullable(), rank: Rank.nullable(), field: z.string(),
})
export type Seat = z.infer<typeof Seat>
export type SeatRow = Seat & { signingId: Id }

/** What is known of an original on paper. */
export const Original = z.object({ keptAt: ShortText })

export const Signature = z.object({
  id: Id, seatId: Id, sideId: Id, means: Means, name: z.string(), title: z.string().nullable(), rank: Rank.nullable(), authority: z.enum(authorities),
  delegationId: Id.nullable(), signedAt: Instant, signedOn: Day, zone: z.string(), place: z.string().nullable(), hashes: Hashes, beforeSha256: z.string(), fileSha256: z.string(),
  checked: Checked.nullable(), originals: z.array(Original).nullable(), seal: z.string().nullable(), recordedAt: Instant,
})
export type Signature = z.infer<typeof Signature>
export type SignatureRow = Signature & {
  signingId: Id; personId: Id | null; fileName: string | null; fileType: string; certificateId: Id | null; recordedBy: Id; office: Id | null
}

export type SigningRow = {
  id: Id; agreementId: Id; versionId: Id | null; versionNumber: number | null; hashes: Hashes; title: string; paperSha256: string; headSha256: string; code: string
  openedBy: Id; openedAt: Instant; calledOffAt: Instant | null; calledOffBecause: string | null; sealedAt: Instant | null; sealedSha256: string | null
}

/** A side, as the panel of signing shows it. `mine`: this viewer keeps its records; `maySign`: this viewer signs for it. */
export const SideShown = z.object({
  id: Id, organisation: OrganisationBrief, accepts: z.array(Means), mine: z.boolean(), maySign: z.boolean(), certificate: CertificateShown.nullable(),
})
export type SideShown = z.infer<typeof SideShown>

/** The signing of an agreement as its page shows it. `stage`: what is waited for. */
export const stages = ['clearing', 'signing', 'sealed'] as const
export const SigningFile = z.object({
  id: Id, agreementId: Id, stage: z.enum(stages), versionNumber: z.int().nullable(), hashes: Hashes, paperSha256: z.string(), headSha256: z.string(), code: z.string(),
  openedAt: Instant, sealedAt: Instant.nullable(), sealedSha256: z.string().nullable(),
  sides: z.array(SideShown), seats: z.array(Seat), signatures: z.array(Signature), clearances: z.array(ClearanceShown), checks: z.array(Check),
})
export type SigningFile = z.infer<typeof SigningFile>

/** The panel: a signing that stands, or what is missing before one can be opened. */
export const SigningPanel = z.object({ signing: SigningFile.nullable(), ready: z.object({ versionNumber: z.int(), hashes: Hashes }).nullable(), mayOpen: z.boolean() })
export type SigningPanel = z.infer<typeof SigningPanel>

export const Accepting = z.object({ accepts: z.array(Means).min(1) })
export const SeatDraft = z.object({ name: ShortText.nullable(), title: ShortText.nullable(), rank: Rank.nullable() })
export type SeatDraft = z.infer<typeof SeatDraft>

/** What was on the screen when the signatory decided: a signature against anything else is refused. */
const Seen = z.object({ paperSha256: z.string().length(64) })
/** The password, or what the passkey answered: a browser left open must not be enough to sign. */
export const Proof = z.object({ password: z.string().max(500).optional(), passkey: z.record(z.string(), z.unknown()).optional() })
export type Proof = z.infer<typeof Proof>
export const SignDraft = Seen.extend({ seatId: Id, title: ShortText.nullable().default(null), place: ShortText.nullable().default(null), proof: Proof })
export type SignDraft = z.output<typeof SignDraft>

/** Fields that come along with a file are text. */
export const UploadDraft = Seen.extend({ seatId: Id, name: ShortText, title: ShortText.optional(), place: ShortText.optional() })
export type UploadDraft = z.output<typeof UploadDraft>
export const InkDraft = Seen.extend({
  seatId: Id, name: ShortText, title: ShortText.optional(), place: ShortText, signedOn: Day, seal: ShortText.optional(),
  /** Where each original is kept, one on a line. */
  keptAt: LongText.transform((text) => text.split('\n').map((line) => line.trim()).filter(Boolean).map((keptAt) => ({ keptAt }))),
})
export type InkDraft = z.output<typeof InkDraft>
/** The file came piece by piece. */
export const Uploaded = z.object({ upload: Id })
export const UploadedSigned = UploadDraft.extend(Uploaded.shape)
export const UploadedInk = InkDraft.extend(Uploaded.shape)
export const CallingOff = z.object({ because: LongText })
