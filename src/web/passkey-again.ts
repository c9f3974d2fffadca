// What a person's key says to a question of ours, for what is signed: the password's other half.
import { startAuthentication } from '@simplewebauthn/browser'
import { peopleApi } from '#domains/people/api.ts'
import { call } from './client.ts'
import { Refusal } from './wire.ts'

export async function passkeyAgain(): Promise<Record<string, unknown>> {
  const question = await call(peopleApi.askPasskey, {})
  const response = await startAuthentication({ optionsJSON: question as never }).catch(() => { throw new Refusal(403, { error: 'people.passkey-refused' }) })
  return response as unknown as Record<string, unknown>
}
