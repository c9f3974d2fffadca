// Every piece of the kit in all its states, for those who build pages with it. The samples are what their languages write, not words of the product.
import { useState } from 'react'
import { NotFound } from '../shell/trouble.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { Mark, StateMark, SureMark } from '../ui/mark.tsx'
import { Facts, Page as Frame, Section } from '../ui/page.tsx'
import { Balance, ClaimMarks, StandingRing } from '../ui/standing.tsx'
import { Day, Days, Figure } from '../ui/whole.tsx'
import { Go } from '../ui/link.tsx'
import { useViewer } from '../viewer.ts'
import { FieldSamples } from './fields.tsx'
import { NoteSamples } from './notes.tsx'
import { PictureSamples } from './pictures.tsx'
import { jointCentre } from './samples.ts'
import { TableSample } from './table.tsx'

// It helps those who build; an administrator may look, nobody else has use for it.
export const Page = () => (useViewer()?.admin || import.meta.env.DEV ? <Gallery /> : <NotFound />)

const Gallery = () => (
  <Frame title={jointCentre[0]!.value} names={jointCentre} above={<Go to="/agreements">Agreements</Go>} width="register"
    about={<><StateMark state="in-force" /><span>4 y 7 m left</span><span>renews with notice</span></>}
    actions={<><ButtonLink to="/kit">Text</ButtonLink><Button look="primary">Sign</Button></>}>
    <TableSample />
    <Marks />
    <Buttons />
    <NoteSamples />
    <PictureSamples />
    <FieldSamples />
  </Frame>
)

const Marks = () => (
  <Section title="Marks and facts">
    <div className="row" style={{ columnGap: '1.5rem' }}>
      {(['in-force', 'expiring', 'lapsed', 'ended', 'unclear'] as const).map((state) => <StateMark key={state} state={state} />)}
      {(['matched', 'offered', 'new', 'unread'] as const).map((decision) => <SureMark key={decision} decision={decision} />)}
      <Mark tone="lapis" shape="diamond">due in 3 days</Mark>
    </div>
    <Facts of={[
      ['Signed', <Day key="d" day="2018-04-01" precision="month" />],
      ['Term', <Days key="t" from="2025-07-14" until="2030-07-13" />],
      ['Standing', <ClaimMarks key="c" claimed standing="claimed" />],
      ['Disputed', <ClaimMarks key="c" claimed standing="disputed" />],
      ['Exchange', <StandingRing key="r" promised={4} claimed={3} confirmed={1} />],
      ['Seminar', <StandingRing key="r" promised={1} claimed={1} confirmed={1} />],
      ['Identifier', <><code dir="ltr">https://ror.org/0086rpr26</code> <CopyButton value="https://ror.org/0086rpr26" what="ROR" /></>],
      ['Rows', <Figure key="n" of={128_400} />],
    ]} />
    <Balance start={{ label: 'University of Sargodha', value: 12 }} end={{ label: 'Zaozhuang University', value: 7 }} />
  </Section>
)

function Buttons() {
  const [busy, setBusy] = useState(false)
  return (
    <Section title="Buttons">
      <div className="row">
        <Button look="primary" busy={busy} onPress={() => setBusy(true)}>Import 61 rows</Button>
        <Button>Export</Button>
        <Button look="quiet">Show history</Button>
        <Button look="danger">Let it lapse</Button>
        <Button small>Accept</Button>
        <Button whyNot="web.not-from-this-page">Sign</Button>
      </div>
    </Section>
  )
}
