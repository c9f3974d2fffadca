// On an organisation's page, for those who keep its records: its register as a workbook, and the way to bring one in.
import { linkTo } from '#web/client.ts'
import { useText } from '#web/text.tsx'
import { ButtonLink } from '#web/ui/button.tsx'
import { Section as Frame } from '#web/ui/page.tsx'
import { useViewer } from '#web/viewer.ts'
import { registersApi } from '../api.ts'
import { whyNotBegin } from '../rules.ts'

export function Section({ id }: { id: string }) {
  const [text, viewer] = [useText(), useViewer()]
  if (!viewer || whyNotBegin(viewer, id)) return null
  return (
    <Frame title={text('registers.of-organisation')}>
      <p className="quiet">{text('registers.of-organisation.what')}</p>
      <div className="row">
        <a className="button" href={linkTo(registersApi.register, { params: { id } })} download>{text('registers.report.register')}</a>
        <ButtonLink look="quiet" to="/import">{text('registers.bring.title')}</ButtonLink>
      </div>
    </Frame>
  )
}
