// The agreement above and those made under it.
import { useText } from '#web/text.tsx'
import { Go } from '#web/ui/link.tsx'
import { Section } from '#web/ui/page.tsx'
import { Day } from '#web/ui/whole.tsx'
import { StateMark } from '#web/ui/mark.tsx'
import type { AgreementFile, Kin } from '../model.ts'
import { Title } from './title.tsx'

export function Family({ agreement: { parent, children } }: { agreement: AgreementFile }) {
  const text = useText()
  if (!parent && children.length === 0) return null
  return (
    <Section title={text('agreements.family')}>
      {parent && <><h3>{text('agreements.parent')}</h3><KinList kin={[parent]} /></>}
      {children.length > 0 && <><h3>{text('agreements.children')}</h3><KinList kin={children} /></>}
    </Section>
  )
}

export function KinList({ kin }: { kin: Kin[] }) {
  const text = useText()
  return (
    <ul className="kin-list">
      {kin.map((one) => (
        <li key={one.id}>
          <Go to={`/agreements/${one.id}`}><Title of={one} /></Go>
          <span className="quiet">{text(`agreements.kinds.${one.kind}`)}</span>
          {one.signedOn && <Day day={one.signedOn} precision={one.signedPrecision ?? 'day'} />}
          <StateMark state={one.state} />
        </li>
      ))}
    </ul>
  )
}
