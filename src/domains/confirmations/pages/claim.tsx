// A claim: what it says, its evidence, how each side stands to it, the conversation, and the step that is mine.
import { useSuspenseQuery } from '@tanstack/react-query'
import { nameIn } from '#domains/organisations/model.ts'
import { formatDay, formatInstant } from '#platform/i18n/format.ts'
import { useParam } from '#web/address.ts'
import { ask } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Go } from '#web/ui/link.tsx'
import { Mark, type Shape, type Tone } from '#web/ui/mark.tsx'
import { Facts, Page as Frame, Section } from '#web/ui/page.tsx'
import { confirmationsApi } from '../api.ts'
import type { ClaimFile, ClaimState, SideAnswer } from '../model.ts'
import { claimantOf, titleOf, valuesIn } from '../rules.ts'
import { Answering } from './answering.tsx'
import { Asking } from './asking.tsx'
import './claims.css'

export const load = ({ questions, params }: Arriving) => questions.ensureQueryData(ask(confirmationsApi.read, { params: { id: params['id']! } }))

export function Page() {
  const [text, locale] = [useText(), useLocale()]
  const { data: claim } = useSuspenseQuery(ask(confirmationsApi.read, { params: { id: useParam('id') } }))
  const claimant = nameIn(claimantOf(claim.sides).organisation, locale)
  return (
    <Frame title={titleOf(claim.shown, locale)} width="reading" above={<Go to={claim.shown.within?.to ?? `/agreements/${claim.scope}`}>{text(claim.shown.within?.key ?? 'confirmations.to-agreement')}</Go>}
      about={<><StateOf state={claim.state} /><span>{text('confirmations.claimed-by', { claimant, name: claim.claimant ?? '—' })}</span></>}>
      <Lines claim={claim} />
      {claim.shown.evidence.length > 0 && <Section title={text('confirmations.evidence')}><Evidence claim={claim} /></Section>}
      <Section title={text('confirmations.sides')}><Sides claim={claim} /></Section>
      {claim.said.length > 0 && <Section title={text('confirmations.conversation')}><Conversation claim={claim} /></Section>}
      <Answering claim={claim} />
      <Asking claim={claim} />
    </Frame>
  )
}

const states: Record<ClaimState, [Tone, Shape]> = { open: ['saffron', 'square'], confirmed: ['jade', 'disc'], disputed: ['garnet', 'cross'], withdrawn: ['quiet', 'dash'] }
export const StateOf = ({ state }: { state: ClaimState }) => <Mark tone={states[state][0]} shape={states[state][1]}>{useText()(`confirmations.states.${state}`)}</Mark>

function Lines({ claim: { shown } }: { claim: ClaimFile }) {
  const [text, locale] = [useText(), useLocale()]
  const labelled = [...Map.groupBy(shown.lines, ({ label }) => label)]
  return <Facts of={labelled.map(([label, lines]) => [text(label), lines.map(({ key, values }, at) => <div key={at}><bdi>{text(key, valuesIn(values, locale, (day) => formatDay(day, 'day', locale)))}</bdi></div>)])} />
}

const Evidence = ({ claim }: { claim: ClaimFile }) => (
  <ul className="claim-list">
    {claim.shown.evidence.map(({ id, title, url, href }) => <li key={id}><a href={url ?? href ?? `/api/activities/${claim.about}/evidence/${id}`} rel="noreferrer" {...(url ? { target: '_blank' } : { download: true })}><bdi>{title}</bdi></a></li>)}
  </ul>
)

const answers: Record<SideAnswer, [Tone, Shape]> = { claims: ['saffron', 'square'], open: ['quiet', 'ring'], confirmed: ['jade', 'disc'], disputed: ['garnet', 'cross'] }
function Sides({ claim }: { claim: ClaimFile }) {
  const [text, locale] = [useText(), useLocale()]
  return (
    <ul className="claim-list">
      {claim.sides.map(({ place, organisation, answer }) => (
        <li key={place}><bdi>{nameIn(organisation, locale)}</bdi> <Mark tone={answers[answer][0]} shape={answers[answer][1]}>{text(`confirmations.answers.${answer}`)}</Mark></li>
      ))}
    </ul>
  )
}

function Conversation({ claim: { said, sides } }: { claim: ClaimFile }) {
  const [text, locale] = [useText(), useLocale()]
  const tone = { 'confirmed': 'jade', 'disputed': 'garnet', 'claimed-again': 'saffron', 'withdrawn': 'quiet' } as const
  const shape = { 'confirmed': 'disc', 'disputed': 'cross', 'claimed-again': 'square', 'withdrawn': 'dash' } as const
  return (
    <ol className="claim-list">
      {said.map((one) => {
        const side = sides.find(({ place }) => place === one.place)
        return (
          <li key={one.id} className="claim-said">
            <span><Mark tone={tone[one.said]} shape={shape[one.said]}>{text(`confirmations.said.${one.said}`)}</Mark> <bdi>{side && nameIn(side.organisation, locale)}</bdi>{one.name && <> · <bdi>{one.name}</bdi></>}{one.via !== 'account' && one.officeName && <>, <bdi>{one.officeName}</bdi></>}</span>
            {one.reason && <q dir="auto">{one.reason}</q>}
            <small className="quiet"><bdi>{formatInstant(one.at, locale)}</bdi></small>
          </li>
        )
      })}
    </ol>
  )
}
