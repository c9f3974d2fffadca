// The paper of sealed minutes, or of a correction: who signed it for which side, and the signature that is still to come.
import { useState } from 'react'
import type { Proof } from '#domains/signing/model.ts'
import { formatInstant } from '#platform/i18n/format.ts'
import { linkTo, useDeed } from '#web/client.ts'
import { passkeyAgain } from '#web/passkey-again.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { TextField } from '#web/ui/fields/text-field.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { meetingsApi } from '../../api.ts'
import type { MeetingFile, PaperShown } from '../../session-model.ts'
import { SideName } from '../pieces.tsx'

type Props = { meeting: MeetingFile; addendumId: string | null }

export function Signatures({ meeting, addendumId }: Props) {
  const [text, locale] = [useText(), useLocale()]
  const [signing, setSigning] = useState<string | null | undefined>(undefined)
  const paper = meeting.minutes!.papers.find((one) => one.addendumId === addendumId)
  if (!paper) return null
  const places = meeting.sides.length > 0 ? meeting.sides.map((side) => ({ id: side.id as string | null, side })) : [{ id: null, side: null }]
  return (
    <div className="signatures">
      <div className="row"><Mark tone={paper.signedAt ? 'jade' : 'saffron'} shape={paper.signedAt ? 'disc' : 'half'}>{text(paper.signedAt ? 'committees.minutes.signed-by-all' : 'committees.minutes.signed-by', { signed: paper.signatures.length, sides: places.length })}</Mark>
        <a href={linkTo(meetingsApi.minutesPaper, { params: { id: meeting.id }, query: addendumId ? { addendumId } : {} })} download>{text('committees.minutes.paper')}</a>{paper.code && <span>{text('signing.verify-here')} <a href={`/verify/${paper.code}?lang=${locale}`} dir="ltr">{paper.code}</a></span>}</div>
      <ul className="plain-list invited">
        {places.map(({ id, side }) => {
          const said = paper.signatures.find(({ sideId }) => sideId === id)
          return (
            <li key={id ?? ''}>
              <span>{side ? <SideName side={side} /> : text('committees.offices.chair')}{said && <small className="quiet"> <bdi>{said.name}</bdi> · {formatInstant(said.at, locale)} · <bdi>{said.certificate}</bdi></small>}</span>
              {said ? <Mark tone="jade" shape="disc">{text('committees.minutes.signed')}</Mark> : paper.maySign.includes(id) ? <Button small look="primary" onPress={() => setSigning(id)}>{text('committees.minutes.sign')}</Button> : <Mark tone="quiet" shape="ring">{text('committees.minutes.unsigned')}</Mark>}
            </li>
          )
        })}
      </ul>
      {signing !== undefined && <SignDialog meeting={meeting} paper={paper} sideId={signing} onClose={() => setSigning(undefined)} />}
    </div>
  )
}

function SignDialog({ meeting: { id, sides }, paper, sideId, onClose }: { meeting: MeetingFile; paper: PaperShown; sideId: string | null; onClose: () => void }) {
  const [text, say] = [useText(), useToast()]
  const [password, setPassword] = useState('')
  const [turnedAway, setTurnedAway] = useState<Error | null>(null)
  const sign = useDeed(meetingsApi.signMinutes, ['/bodies'])
  const send = (proof: Proof) => sign.mutate({ params: { id }, body: { sideId, addendumId: paper.addendumId, paperSha256: paper.headSha256, proof } }, { onSuccess: () => { say(text('committees.minutes.signed')); onClose() } })
  const withPasskey = () => void passkeyAgain().then((passkey) => send({ passkey })).catch(setTurnedAway)
  const side = sides.find((one) => one.id === sideId)
  return (
    <Dialog open onClose={onClose} title={text('committees.minutes.sign')} actions={<><Button onPress={withPasskey}>{text('signing.with-passkey')}</Button><Button look="primary" busy={sign.isPending} onPress={() => send({ password })}>{text('committees.minutes.sign')}</Button></>}>
      <p>{text('committees.minutes.sign.why')} {side && <SideName side={side} />}</p>
      <p className="quiet hash"><code dir="ltr">{paper.headSha256}</code></p>
      <TextField label={text('signing.password-again')} type="password" autoComplete="current-password" required value={password} onChange={setPassword} />
      {(sign.error ?? turnedAway) && <ErrorNote error={sign.error ?? turnedAway} />}
    </Dialog>
  )
}
