// One application: where it stands and whose turn it is, the step that is next, its papers, and the way it came.
import { useSuspenseQuery } from '@tanstack/react-query'
import { nameIn } from '#domains/organisations/model.ts'
import { countryName, formatDay } from '#platform/i18n/format.ts'
import { useParam } from '#web/address.ts'
import { ask } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Go } from '#web/ui/link.tsx'
import { Facts, Page as Frame, Section } from '#web/ui/page.tsx'
import { Day } from '#web/ui/whole.tsx'
import { admissionApi } from '../api.ts'
import type { ApplicationFile } from '../admission-model.ts'
import { NextStep } from './next-step.tsx'
import { Papers } from './papers.tsx'
import { StepMark, Turn, useNameOf } from './pieces.tsx'

export const load = ({ questions, params }: Arriving) => questions.ensureQueryData(ask(admissionApi.application, { params: { id: params['id']! } }))

export function Page() {
  const [text, locale, id] = [useText(), useLocale(), useParam('id')]
  const { data: file } = useSuspenseQuery(ask(admissionApi.application, { params: { id } }))
  const nameOf = useNameOf()
  const { alliance, organisation, applicant, contact, letter } = file
  return (
    <Frame title={nameOf(file)} above={<Go to={`/alliances/${alliance.id}/admission`}>{text('memberships.admission')} · {nameIn(alliance.organisation, locale)}</Go>} about={<><StepMark step={file.step} /><Turn of={file} /></>}>
      <NextStep file={file} />
      <Section title={text('memberships.papers')}><Papers file={file} /></Section>
      <Section title={text('memberships.applicant')}>
        <Facts of={[
          [text('memberships.organisation'), organisation ? <Go to={`/organisations/${organisation.id}`}>{nameIn(organisation, locale)}</Go> : <span className="quiet">{text('memberships.not-identified')}</span>],
          [text('memberships.as-written'), organisation && nameIn(organisation, locale) !== applicant.name ? <bdi>{applicant.name}</bdi> : null], [text('memberships.country'), applicant.country && countryName(applicant.country, locale)], [text('memberships.city'), applicant.city],
          [text('memberships.website'), applicant.website && <a href={applicant.website} rel="noreferrer" dir="ltr">{applicant.website}</a>],
          [text('memberships.contact'), <span key="contact"><bdi>{[contact.name, contact.officeName].filter(Boolean).join(', ')}</bdi> · <bdi>{contact.email}</bdi></span>],
        ]} />
        {letter && <blockquote className="pledge-text"><bdi>{letter}</bdi></blockquote>}
      </Section>
      <Section title={text('memberships.path')}><Path file={file} /></Section>
    </Frame>
  )
}

const ended: Record<string, string> = { refused: 'refused', withdrawn: 'refused' }

/** Each step with its days, who ended it and what they said; the one that it stands at is marked. */
function Path({ file: { taken, rules, step: standsAt } }: { file: ApplicationFile }) {
  const [text, locale] = [useText(), useLocale()]
  const what = new Map(rules.rules.requirements.map(({ key, what: named }) => [key, named[locale] ?? named.en ?? Object.values(named)[0] ?? key]))
  return (
    <ol className="path-steps">
      {taken.map(({ id, step, enteredAt, leftAt, dueOn, outcome, said, asked, name, byName, decidedOn }) => (
        <li key={id} className={leftAt ? 'done' : ended[step] ?? (step === standsAt && step !== 'member' ? 'now' : 'done')}>
          <strong>{text(`memberships.steps.${step}`)}</strong>
          <span className="quiet"><Day day={enteredAt.slice(0, 10)} />{leftAt && leftAt.slice(0, 10) !== enteredAt.slice(0, 10) && <> – <Day day={leftAt.slice(0, 10)} /></>}{!leftAt && dueOn && <> · {text('memberships.due')} <Day day={dueOn} /></>}</span>
          {outcome && <span>{text(`memberships.outcomes.${outcome}`)}{decidedOn && decidedOn !== leftAt?.slice(0, 10) ? ` (${formatDay(decidedOn, 'day', locale)})` : ''}{(byName ?? name) && <> · <bdi>{byName ?? name}</bdi></>}</span>}
          {asked.length > 0 && <ul>{asked.map((key) => <li key={key}>· <bdi>{what.get(key) ?? key}</bdi></li>)}</ul>}
          {said && outcome !== 'pledged' && <q><bdi>{said}</bdi></q>}
        </li>
      ))}
    </ol>
  )
}
