// What is public, as the pages without sign-in show it. Names come with their languages; days with what is known of them.
import type { CeremonyLine } from '#domains/signing/ceremony-model.ts'
import type { OfficerShown, Stated, StandingKind, Texts } from '#domains/alliances/model.ts'
import type { AgreementLine } from '#domains/agreements/model.ts'
import type { Day, Id, Precision } from '#platform/kinds.ts'

export type PublicName = { lang: string; value: string }
export type Place = { label: string; latitude: number; longitude: number }

/** `path` leads to its own public page, and is missing where it has none. */
export type PublicOrganisation = { id: Id; path: string | null; names: PublicName[]; country: string | null; city: string | null; latitude: number | null; longitude: number | null }

export type PublicAlliance = { path: string; names: PublicName[]; members: number; countries: number; stated: Stated; example: boolean }

export type PublicNews = {
  id: Id; path: string; kind: 'news' | 'event'; onDay: Day | null; precision: Precision | null; untilDay: Day | null; place: string | null; country: string | null
  title: Texts; body: Texts; source: string | null; link: string | null; example: boolean; changedAt: string
}

export type PublicOfficer = Pick<OfficerShown, 'id' | 'post' | 'country' | 'personName' | 'personNameNative' | 'fromOn' | 'fromPrecision' | 'untilOn' | 'untilPrecision'> & { organisation: PublicOrganisation | null }

export type PublicAgreement = Pick<AgreementLine, 'id' | 'kind' | 'title' | 'titleLang' | 'titles' | 'signedOn' | 'signedPrecision' | 'state' | 'since' | 'until' | 'example'> & {
  parties: { organisation: PublicOrganisation; unit: string | null }[]
}

/** What stands at the head of each of an alliance's pages. */
export type AllianceHead = { path: string; names: PublicName[]; example: boolean; source: string | null; changedAt: string }

export type FrontData = { alliances: PublicAlliance[]; news: PublicNews[]; places: Place[] }
/** A ceremony of a member or of the alliance, whose result its host has published. */
export type PublicCeremony = Pick<CeremonyLine, 'title' | 'heldOn' | 'city' | 'country' | 'agreements'> & { path: string }
export type AllianceData = AllianceHead & {
  above: { path: string; names: PublicName[] } | null; host: PublicOrganisation | null; foundedOn: Day | null; foundedPrecision: Precision | null
  purpose: Texts; charter: Texts; stated: Stated; recorded: { members: number; countries: number }; officers: PublicOfficer[]; subAlliances: PublicAlliance[]; news: PublicNews[]; ceremonies: PublicCeremony[]; reports: { path: string; year: number }[]
  agreements: { inForce: number; unclear: number }
  /** Whether anyone may apply to it. */
  open: boolean
}
export type PublicMember = { organisation: PublicOrganisation; standing: StandingKind; fromOn: Day | null; fromPrecision: Precision | null }
export type MembersData = { head: AllianceHead; stated: Stated; total: number; members: PublicMember[]; next: string | null; countries: { country: string | null; members: number }[]; places: Place[] }
/** Those in force, and those of which nobody stated how long they hold. */
export type AgreementsData = { head: AllianceHead; inForce: PublicAgreement[]; unclear: PublicAgreement[] }
export type NewsData = { head: AllianceHead; news: PublicNews[]; next: string | null }
export type NewsItemData = { head: AllianceHead; item: PublicNews }
export type OrganisationData = PublicOrganisation & {
  kind: string; website: string | null; established: number | null; identifiers: { scheme: string; value: string }[]; origin: string | null; example: boolean
  partOf: PublicOrganisation | null; belongings: { alliance: PublicAlliance; standing: StandingKind }[]; inForce: PublicAgreement[]; unclear: PublicAgreement[]
}

/** A text in the reader's language, else in English, else in what there is. */
export function textFor(texts: Texts | Record<string, string>, locale: string): { lang: string; value: string } | undefined {
  const all = texts as Record<string, string | undefined>
  const lang = [locale, 'en', ...Object.keys(all)].find((one) => all[one])
  return lang ? { lang, value: all[lang]! } : undefined
}
