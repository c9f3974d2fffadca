// An endpoint is a promise: a method, a path, and the shapes that go in and come out. Contracts are plain values, so
// the server mounts them, the client calls them and the API document is printed from them.
import type { z } from 'zod'

/** Who may knock at all; what they then may do is decided by the domain's rules. */
export type Door = 'anyone' | 'signed-in' | 'administrator'

/** Path parameters are ids unless `params` says otherwise. `takes` / `gives` name what is not JSON. */
type Shapes = {
  params?: z.ZodType; query?: z.ZodType; body?: z.ZodType; answer: z.ZodType
  door?: Door; takes?: 'file'; gives?: 'file'
  /** Requests a minute: from one address at doors that strangers try, of one session behind the others. */
  limit?: number
  /** A sentence for the API document. */
  says?: string
}
export type Endpoint = Shapes & { method: 'GET' | 'POST' | 'PUT' | 'DELETE'; path: string }
export type Contract = Record<string, Endpoint>

const via =
  <M extends Endpoint['method']>(method: M) =>
  <const P extends string, S extends Shapes>(path: P, shapes: S) => ({ method, path, ...shapes })

export const get = via('GET')
export const post = via('POST')
export const put = via('PUT')
export const del = via('DELETE')

/** A file that came with the request, already within the size limit. */
export type Upload = { name: string; type: string; bytes: Uint8Array }
/** A file that goes out with the answer. */
export type Download = { name: string; type: string; body: Uint8Array | NodeJS.ReadableStream }

type ParamNames<P> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamNames<`/${Rest}`>
  : P extends `${string}:${infer Name}` ? Name : never
type Params<P> = [ParamNames<P>] extends [never] ? {} : { params: Record<ParamNames<P>, string> }

/** What a handler is given: the shapes after checking. */
export type Input<E extends Endpoint> = Params<E['path']> &
  (E extends { query: infer Q extends z.ZodType } ? { query: z.output<Q> } : {}) &
  (E extends { body: infer B extends z.ZodType } ? { body: z.output<B> } : {}) &
  (E extends { takes: 'file' } ? { file: Upload } : {})

/** What a caller sends: the shapes before checking, defaults left out. */
export type Sent<E extends Endpoint> = Params<E['path']> &
  (E extends { query: infer Q extends z.ZodType } ? { query?: z.input<Q> } : {}) &
  (E extends { body: infer B extends z.ZodType } ? { body: z.input<B> } : {}) &
  (E extends { takes: 'file' } ? { file: Blob } : {})

export type Answer<E extends Endpoint> = E extends { gives: 'file' } ? Download : z.output<E['answer']>
