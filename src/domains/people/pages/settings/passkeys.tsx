// One's passkeys: adding one, removing one.
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { formatInstant } from '#platform/i18n/format.ts'
import { ask, call, useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { useToastTrouble } from '#web/ui/toast.tsx'
import { peopleApi } from '../../api.ts'
import type { Profile } from '../../model.ts'
import { knowsPasskeys, makePasskey } from '../door/passkey.ts'
import { whyNotRemovePasskey } from '../../rules.ts'

export function Passkeys({ profile: { passkeys, hasPassword } }: { profile: Profile }) {
  const [text, locale] = [useText(), useLocale()]
  const trouble = useToastTrouble()
  const { data: ways } = useSuspenseQuery(ask(peopleApi.ways, {}))
  const remove = useDeed(peopleApi.removePasskey)
  const whyNotRemove = whyNotRemovePasskey({ passkeys: passkeys.length, hasPassword, lettersLeave: ways.lettersLeave })
  return (
    <>
      {passkeys.length === 0 && <p className="quiet">{text('people.no-passkeys')}</p>}
      <ul className="lines">
        {passkeys.map(({ id, name, createdAt, usedAt }) => (
          <li key={id}>
            <span className="line-words">
              <bdi>{name}</bdi>
              <small className="quiet">{usedAt ? text('people.passkey-used', { when: formatInstant(usedAt, locale) }) : text('people.passkey-made', { when: formatInstant(createdAt, locale) })}</small>
            </span>
            <Button small look="quiet" whyNot={whyNotRemove} label={text('web.remove-one', { what: name })} onPress={() => remove.mutate({ params: { id } }, { onError: trouble })}>{text('web.remove')}</Button>
          </li>
        ))}
      </ul>
      <div className="row"><AddPasskey closed={ways.passkey ? undefined : 'people.passkey-needs-a-name'} /></div>
    </>
  )
}

function AddPasskey({ closed }: { closed: string | undefined }) {
  const text = useText()
  const trouble = useToastTrouble()
  const questions = useQueryClient()
  const add = useMutation({
    mutationFn: async () => call(peopleApi.addPasskey, { body: await makePasskey(await call(peopleApi.askNewPasskey, {})) }),
    onSuccess: () => questions.invalidateQueries({ queryKey: [peopleApi.profile.path] }),
    onError: trouble,
  })
  return <Button whyNot={knowsPasskeys() ? closed : 'people.no-passkeys-here'} busy={add.isPending} onPress={() => add.mutate()}>{text('people.add-passkey')}</Button>
}
