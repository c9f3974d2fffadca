// The ways between the pages of an alliance, and the lines by which it says itself how it stands.
import { nameIn } from '#domains/organisations/model.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { Glance, Parts } from '#web/ui/parts.tsx'
import { Figure } from '#web/ui/whole.tsx'
import type { AllianceFile } from '../model.ts'
import { servesOn } from '../rules.ts'
import { parts } from './further-sections.tsx'
import { StandingMark, today } from './pieces.tsx'

export function AllianceParts({ alliance: { id } }: { alliance: AllianceFile }) {
  const text = useText()
  return <Parts label={text('alliances.parts')} of={[{ to: `/alliances/${id}`, words: text('alliances.parts.overview') }, ...parts.map((part) => ({ to: `/alliances/${id}/${part}`, words: text(`alliances.parts.${part}`) }))]} />
}

export function MembersGlance({ alliance: { id, counts } }: { alliance: AllianceFile }) {
  const text = useText()
  const there = (['member', 'observer', 'applicant'] as const).filter((standing) => counts[standing] > 0)
  return (
    <Glance title={text('alliances.all-members')} to={`/alliances/${id}/members`}>
      {there.length === 0 ? text('alliances.no-members') : there.map((standing) => <Go key={standing} to={`/alliances/${id}/members?standing=${standing}`}><StandingMark standing={standing} /> <Figure of={counts[standing]} /></Go>)}
    </Glance>
  )
}

/** Who serves today; who served before stands on the page of the governance. */
export function OfficersGlance({ alliance: { id, officers } }: { alliance: AllianceFile }) {
  const text = useText()
  const serving = officers.filter((officer) => servesOn(today(), officer))
  return (
    <Glance title={text('alliances.officers')} to={`/alliances/${id}/governance`}>
      {serving.length === 0 ? text('alliances.no-officers') : serving.slice(0, 4).map(({ id: officer, post, personName }) => <span key={officer}>{text(`alliances.posts.${post}`)} · <bdi>{personName}</bdi></span>)}
      {serving.length > 4 && <Go to={`/alliances/${id}/governance`}>+<Figure of={serving.length - 4} /></Go>}
    </Glance>
  )
}

export function SubAlliancesGlance({ alliance, closed, onFound }: { alliance: AllianceFile; closed: string | undefined; onFound: () => void }) {
  const [text, locale] = [useText(), useLocale()]
  const { parent, subAlliances } = alliance
  if (parent || (closed && subAlliances.length === 0)) return null
  return (
    <Glance title={text('alliances.sub-alliances')} {...(subAlliances.length > 0 ? { to: `/alliances/${alliance.id}/sub-alliances` } : {})} step={!closed && <Button small onPress={onFound}>{text('alliances.found-sub')}</Button>}>
      {subAlliances.length === 0 ? text('alliances.no-sub-alliances') : subAlliances.map(({ id, organisation, members }) => <span key={id}><Go to={`/alliances/${id}`}><bdi>{nameIn(organisation, locale)}</bdi></Go> <Figure of={members} /></span>)}
    </Glance>
  )
}
