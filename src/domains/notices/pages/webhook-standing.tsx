// How a webhook stands, in a mark.
import { formatInstant } from '#platform/i18n/format.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Mark } from '#web/ui/mark.tsx'
import type { Webhook } from '../webhook-model.ts'

export function Standing({ webhook: { stoppedAt, stoppedBecause, failingSince } }: { webhook: Webhook }) {
  const [text, locale] = [useText(), useLocale()]
  if (stoppedAt) return <Mark tone={stoppedBecause === 'by-hand' ? 'quiet' : 'garnet'} shape={stoppedBecause === 'by-hand' ? 'square' : 'cross'}>{text(`webhooks.stopped.${stoppedBecause ?? 'by-hand'}`)}</Mark>
  if (failingSince) return <Mark tone="saffron" shape="half">{text('webhooks.failing-since', { when: formatInstant(failingSince, locale) })}</Mark>
  return <Mark tone="jade" shape="disc">{text('webhooks.in-use')}</Mark>
}
