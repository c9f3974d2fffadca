// Beneath an alliance: its plans, and the way to its numbers.
import type { AllianceFile } from '#domains/alliances/model.ts'
import { whyNotKeep } from '#domains/alliances/rules.ts'
import { useText } from '#web/text.tsx'
import { ButtonLink } from '#web/ui/button.tsx'
import { Section } from '#web/ui/page.tsx'
import { useViewer } from '#web/viewer.ts'
import { PlansOf } from './plans-of.tsx'

export function AllianceSection({ alliance }: { alliance: AllianceFile }) {
  const [text, viewer] = [useText(), useViewer()]
  return (
    <>
      <PlansOf of={{ alliance: alliance.id }} mayBegin={viewer !== null && !whyNotKeep(alliance, viewer)} />
      <Section title={text('plans.indicators')} aside={<ButtonLink small to={`/indicators?alliance=${alliance.id}`}>{text('plans.indicators.open')}</ButtonLink>}>
        <p className="quiet">{text('plans.indicators.on-page')}</p>
      </Section>
    </>
  )
}
