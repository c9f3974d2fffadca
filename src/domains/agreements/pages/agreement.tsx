// One agreement: how it stands and why, its life, its parties, particulars, files, family, history.
import { useSuspenseQuery } from '@tanstack/react-query'
import { ask } from '#web/client.ts'
import { useParam } from '#web/address.ts'
import type { Arriving } from '#web/site.ts'
import { useText } from '#web/text.tsx'
import { Go } from '#web/ui/link.tsx'
import { Mark, StateMark } from '#web/ui/mark.tsx'
import { Page as Frame, Section } from '#web/ui/page.tsx'
import { useLocale } from '#web/text.tsx'
import { agreementsApi } from '../api.ts'
import { type AgreementFile, titleIn } from '../model.ts'
import { AgreementFacts } from './agreement-facts.tsx'
import './agreements.css'
import { Family } from './family.tsx'
import { Files } from './files.tsx'
import { History } from './history.tsx'
import { Parties } from './parties.tsx'
import { useSay } from './say.ts'
import { FurtherSections } from './sections.tsx'
import { Life, StandingWords } from './standing.tsx'
import { Steps } from './steps.tsx'

export const load = ({ questions, params }: Arriving) => questions.ensureQueryData(ask(agreementsApi.read, { params: { id: params['id']! } }))

export function Page() {
  const [text, locale] = [useText(), useLocale()]
  const { data: agreement } = useSuspenseQuery(ask(agreementsApi.read, { params: { id: useParam('id') } }))
  const names = [{ lang: agreement.titleLang ?? 'und', value: agreement.title }, ...Object.entries(agreement.titles).map(([lang, value]) => ({ lang, value }))]
  return (
    <Frame title={titleIn(agreement, locale)} {...(agreement.titleLang ? { names, ...(agreement.titleLang === locale ? {} : { original: agreement.titleLang }) } : {})} above={<Go to="/agreements">{text('agreements.agreements')}</Go>}
      about={<About agreement={agreement} />} actions={<Steps agreement={agreement} />}>
      <StandingWords agreement={agreement} />
      <Life agreement={agreement} />
      <Section title={text('agreements.parties')}><Parties agreement={agreement} /></Section>
      <Section title={text('agreements.facts')}><AgreementFacts agreement={agreement} /></Section>
      <Family agreement={agreement} />
      <Section title={text('agreements.files')}><Files agreement={agreement} /></Section>
      <FurtherSections agreement={agreement} />
      <Section title={text('agreements.history')}><History agreement={agreement} /></Section>
    </Frame>
  )
}

function About({ agreement: { standing, kind, example } }: { agreement: AgreementFile }) {
  const { text, left } = useSay()
  return (
    <>
      <StateMark state={standing.state} />
      {standing.until && standing.state !== 'not-yet' && <span>{text('agreements.left', { length: left(standing.until) })}</span>}
      <span>{text(`agreements.kinds.${kind}`)}</span>
      {example && <Mark tone="lapis" shape="square">{text('agreements.example')}</Mark>}
    </>
  )
}
