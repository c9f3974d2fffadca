// Beneath an alliance: the way to its numbers.
import type { AllianceFile } from '#domains/alliances/model.ts'
import { useText } from '#web/text.tsx'
import { ButtonLink } from '#web/ui/button.tsx'
import { Section } from '#web/ui/page.tsx'

export function AllianceSection({ alliance: { id } }: { alliance: AllianceFile }) {
  const text = useText()
  return (
    <Section title={text('plans.indicators')} aside={<ButtonLink small to={`/indicators?alliance=${id}`}>{text('plans.indicators.open')}</ButtonLink>}>
      <p className="quiet">{text('plans.indicators.on-page')}</p>
    </Section>
  )
}
