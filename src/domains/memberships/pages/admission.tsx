// Membership of an alliance: how one becomes a member, by which rules, and the applications on their way as far as one has to do with them.
import { useSuspenseQuery } from '@tanstack/react-query'
import { nameIn } from '#domains/organisations/model.ts'
import { useParam } from '#web/address.ts'
import { ask } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { ButtonLink } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { Note } from '#web/ui/notes.tsx'
import { Page as Frame, Section } from '#web/ui/page.tsx'
import { Day } from '#web/ui/whole.tsx'
import { admissionApi } from '../api.ts'
import type { AdmissionFile } from '../admission-model.ts'
import { StepMark, Turn, useNameOf } from './pieces.tsx'
import { RuleLines } from './rule-lines.tsx'

export const load = ({ questions, params }: Arriving) => questions.ensureQueryData(ask(admissionApi.admission, { params: { id: params['id']! } }))

export function Page() {
  const [text, locale, id] = [useText(), useLocale(), useParam('id')]
  const { data: file } = useSuspenseQuery(ask(admissionApi.admission, { params: { id } }))
  const { alliance, rules, versions, applications, may, bodies } = file
  const open = applications.filter(({ owner }) => owner !== 'nobody')
  const over = applications.filter(({ owner }) => owner === 'nobody')
  return (
    <Frame title={text('memberships.admission')} above={<Go to={`/alliances/${id}`}>{nameIn(alliance.organisation, locale)}</Go>} actions={(
      <>
        {may.keep && <ButtonLink to={`/alliances/${id}/admission/rules`}>{text('memberships.rules.change')}</ButtonLink>}
        {may.applyFor.length > 0 && <ButtonLink look="primary" to={`/alliances/${id}/admission/apply`}>{text('memberships.apply')}</ButtonLink>}
      </>
    )}>
      {(may.keep || applications.length > 0) && (
        <Section title={text('memberships.applications')}>
          {open.length === 0 ? <p className="quiet">{text('memberships.applications.none')}</p> : <ApplicationLines rows={open} />}
          {over.length > 0 && <details><summary>{text('memberships.applications.over', { count: over.length })}</summary><ApplicationLines rows={over} /></details>}
        </Section>
      )}
      <Section title={text('memberships.rules')}>
        {rules.version === 0 ? <Note>{text('memberships.rules.proposed')}</Note> : <p className="quiet">{text('memberships.rules.version', { version: rules.version })} <Day day={versions[0]!.adoptedAt.slice(0, 10)} />{versions[0]!.by && <> · <bdi>{versions[0]!.by}</bdi></>}</p>}
        <RuleLines rules={rules} bodies={bodies} />
        {rules.rules.open && alliance.public && <p>{text('memberships.open-page')} <a href={`/a/${alliance.slug}/apply`}>{text('memberships.open-page.go')}</a></p>}
      </Section>
    </Frame>
  )
}

export function ApplicationLines({ rows }: { rows: AdmissionFile['applications'] }) {
  const nameOf = useNameOf()
  return (
    <ul className="application-lines">
      {rows.map((row) => (
        <li key={row.id}>
          <Go to={`/applications/${row.id}`}><bdi>{nameOf(row)}</bdi></Go>
          <span className="row"><StepMark step={row.step} /><Turn of={row} /></span>
        </li>
      ))}
    </ul>
  )
}
