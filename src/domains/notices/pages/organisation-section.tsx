// On an organisation's page: for its keepers, the way to where its news are sent.
import { useText } from '#web/text.tsx'
import { ButtonLink } from '#web/ui/button.tsx'
import { Section as Frame } from '#web/ui/page.tsx'
import { useViewer } from '#web/viewer.ts'
import { mayKeep } from '../webhook-rules.ts'

export function Section({ id }: { id: string }) {
  const [text, viewer] = [useText(), useViewer()]
  if (!viewer || !mayKeep(id, viewer)) return null
  return (
    <div className="no-print">
      <Frame title={text('webhooks.title')}>
        <p className="quiet">{text('webhooks.about')}</p>
        <div className="row"><ButtonLink small to={`/settings/webhooks?organisation=${id}`}>{text('webhooks.open-it')}</ButtonLink></div>
      </Frame>
    </div>
  )
}
