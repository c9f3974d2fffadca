// A special meeting: asked for by a side or by members, joined by others, and due within its days.
import { useState } from 'react'
import { formatInstant } from '#platform/i18n/format.ts'
import { useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { SelectField, TextField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { useToastTrouble } from '#web/ui/toast.tsx'
import { useViewer } from '#web/viewer.ts'
import { proceduresApi } from '../api.ts'
import type { BodyFile } from '../body-model.ts'
import { sideName } from './pieces.tsx'

export function Special({ body }: { body: BodyFile }) {
  const [text, locale, viewer, trouble] = [useText(), useLocale(), useViewer(), useToastTrouble()]
  const [asking, setAsking] = useState(false)
  const support = useDeed(proceduresApi.supportRequest)
  const { id, requests, sides, may, constitutedAt } = body
  const open = requests.filter(({ metAt }) => metAt === null)
  const mayAsk = constitutedAt !== null && body.dissolvedAt === null && (may.sits || may.speaksFor.length > 0)
  return (
    <>
      {open.map((one) => {
        const side = sides.find((each) => each.id === one.askedBySide)
        return (
          <div key={one.id} className="note saffron"><div>
            <p>{text('committees.special-asked', { because: one.because })}</p>
            <small className="quiet">{side && <><bdi>{sideName(side, locale)}</bdi> · </>}{formatInstant(one.at, locale)} · {text('committees.special.members', { count: one.askedBy.length })}</small>
            {may.sits && viewer && !one.askedBy.includes(viewer.id) && <div className="row no-print"><Button small busy={support.isPending} onPress={() => support.mutate({ params: { id, requestId: one.id } }, { onError: trouble })}>{text('committees.special.join')}</Button></div>}
          </div></div>
        )
      })}
      {mayAsk && <div className="row no-print"><Button small look="quiet" onPress={() => setAsking(true)}>{text('committees.special.ask')}</Button></div>}
      {asking && <AskDialog body={body} onClose={() => setAsking(false)} />}
    </>
  )
}

function AskDialog({ body: { id, sides, may, rules }, onClose }: { body: BodyFile; onClose: () => void }) {
  const [text, locale] = [useText(), useLocale()]
  const [because, setBecause] = useState('')
  const [sideId, setSide] = useState(may.speaksFor[0] ?? '')
  const ask = useDeed(proceduresApi.askSpecial)
  const own = sides.filter((side) => may.speaksFor.includes(side.id))
  return (
    <Dialog open onClose={onClose} title={text('committees.special.ask')} actions={<Button look="primary" busy={ask.isPending} onPress={() => because.trim() && ask.mutate({ params: { id }, body: { because: because.trim(), sideId: sideId || null } }, { onSuccess: onClose })}>{text('committees.special.ask')}</Button>}>
      <p className="quiet">{text('committees.special.why', { days: rules.rules.special.withinDays })}</p>
      <TextField label={text('committees.because')} required lines={3} value={because} onChange={setBecause} />
      {own.length > 0 && <SelectField label={text('committees.special.for')} value={sideId} onChange={setSide} {...(may.sits ? { none: text('committees.special.as-member') } : {})} options={own.map((side) => ({ value: side.id, label: sideName(side, locale) }))} />}
      {ask.error && <ErrorNote error={ask.error} />}
    </Dialog>
  )
}
