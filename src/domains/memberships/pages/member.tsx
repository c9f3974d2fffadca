// A member: its standing, whom the alliance writes to, what still binds it, its notice and its suspension.
import { useSuspenseQuery } from '@tanstack/react-query'
import { nameIn } from '#domains/organisations/model.ts'
import { useParam } from '#web/address.ts'
import { StandingMark } from '#web/alliances/members.tsx'
import { ask } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Go } from '#web/ui/link.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { Page as Frame, Section } from '#web/ui/page.tsx'
import { Day } from '#web/ui/whole.tsx'
import { membersApi } from '../api.ts'
import type { MemberFile, Obligation } from '../member-model.ts'
import { ContactSection } from './contact-section.tsx'
import { LeavingSection } from './leaving-section.tsx'
import { said } from './pieces.tsx'
import { SuspensionSection } from './suspension-section.tsx'

const question = (params: Record<string, string>) => ask(membersApi.member, { params: { id: params['id']!, organisationId: params['organisation']! } })
export const load = ({ questions, params }: Arriving) => questions.ensureQueryData(question(params))

export function Page() {
  const [text, locale] = [useText(), useLocale()]
  const [id, organisation] = [useParam('id'), useParam('organisation')]
  const { data: member } = useSuspenseQuery(question({ id, organisation }))
  return (
    <Frame title={nameIn(member.organisation, locale)} above={<Go to={`/alliances/${id}`}>{nameIn(member.alliance.organisation, locale)}</Go>} about={<Standing of={member} />}>
      <ContactSection member={member} />
      <Section title={text('memberships.obligations')}>
        {member.obligations.length === 0 ? <p className="quiet">{text('memberships.obligations.none')}</p> : <Obligations of={member.obligations} />}
      </Section>
      <LeavingSection member={member} />
      <SuspensionSection member={member} />
      <p><Go to={`/organisations/${organisation}`}>{text('memberships.to-organisation')}</Go></p>
    </Frame>
  )
}

function Standing({ of: { standing, since, suspended, departure } }: { of: MemberFile }) {
  const text = useText()
  return (
    <>
      {standing && <StandingMark standing={standing} />}
      {since && <span className="quiet">{text('memberships.since')} <Day day={since} /></span>}
      {suspended.length > 0 && <Mark tone="garnet" shape="square">{text('memberships.suspended')}</Mark>}
      {departure && <Mark tone="saffron" shape="half">{text('memberships.leaves-on')} <Day day={departure.effectiveOn} /></Mark>}
    </>
  )
}

function Obligations({ of }: { of: readonly Obligation[] }) {
  const [text, locale] = [useText(), useLocale()]
  const words = ({ key, values }: Obligation) => (key.startsWith('post.') ? text('memberships.obligation.post', { ...values, post: text(`alliances.posts.${key.slice(5)}`) }) : text(`memberships.obligation.${key}`, values))
  return (
    <ul className="application-lines">
      {of.map((one, at) => (
        <li key={at}>
          {one.to ? <Go to={one.to}><bdi>{one.title ? said(one.title, locale) : words(one)}</bdi></Go> : <bdi>{one.title ? said(one.title, locale) : words(one)}</bdi>}
          <span className="row quiet">{one.title && <span>{words(one)}</span>}{one.dueOn && <Day day={one.dueOn} short />}</span>
        </li>
      ))}
    </ul>
  )
}
