/** Checks what pages send: every field, an unknown one refused. Only the server loads this. */
import * as v from 'valibot';
import { err, ok, type Result } from '#lib/base/result.ts';
import type { HostCommand } from './commands.ts';
import { firstIssue } from './form-issue.ts';
import { MAX_ROSTER } from './names.ts';
import { MAX_WRITTEN } from './option-order.ts';
import { PROTOCOL_VERSION, type RequestName, type RequestOf } from './protocol.ts';
import { quizSchema } from './quiz.ts';
import { confidences } from './results.ts';
import { boards, timeFactors, type PlayerId, type RoomId, type SubmissionId } from './room.ts';
import { MOST_EXTENSION_MS } from './step.ts';

/** More places than any question has. */
const MOST_PLACES = 20;
const DAY_MS = 86_400_000;

const whole = (most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most, `a whole number up to ${most}`));
const text = (most: number) => v.pipe(v.string(), v.maxLength(most, `at most ${most} characters`));
const idText = (least: number, most: number) =>
  v.pipe(
    v.string(),
    v.regex(new RegExp(`^[\\w.-]{${least},${most}}$`), 'letters, digits, hyphens and dots'),
  );
const branded = <T extends string>(least: number, most: number) =>
  v.custom<T>(
    (value) => typeof value === 'string' && new RegExp(`^[\\w-]{${least},${most}}$`).test(value),
    'an id',
  );

const place = whole(MOST_PLACES - 1);
const places = v.pipe(v.array(place), v.minLength(1), v.maxLength(MOST_PLACES));

const answerSchema = v.variant('format', [
  v.strictObject({
    format: v.picklist(['choice', 'attribution', 'corroboration']),
    option: place,
    text: text(MAX_WRITTEN),
  }),
  v.strictObject({ format: v.picklist(['number', 'date']), text: text(MAX_WRITTEN) }),
  v.strictObject({ format: v.literal('order'), order: places }),
  v.strictObject({ format: v.literal('match'), pairs: places }),
]);

const index = whole(999);
const playerId = v.custom<PlayerId>(
  (value) => typeof value === 'string' && /^p\d{1,6}$/.test(value),
  'the id of a student',
);
const board = v.picklist(boards);

const commandSchema: v.GenericSchema<unknown, HostCommand> = v.variant('type', [
  v.strictObject({
    type: v.picklist(['ask', 'pause', 'resume', 'discuss', 'revote', 'reveal', 'skip']),
    index,
  }),
  v.strictObject({
    type: v.literal('extend'),
    index,
    byMs: v.pipe(v.number(), v.integer(), v.minValue(1000), v.maxValue(MOST_EXTENSION_MS)),
    commandId: idText(8, 64),
  }),
  v.strictObject({ type: v.literal('scoreboard'), index, board }),
  v.strictObject({ type: v.literal('end'), board }),
  v.strictObject({ type: v.literal('lock'), locked: v.boolean() }),
  v.strictObject({ type: v.literal('kick'), playerId }),
  v.strictObject({ type: v.literal('rename'), playerId, name: text(200) }),
  v.strictObject({ type: v.literal('giveTime'), playerId, factor: v.picklist(timeFactors) }),
]);

const code = v.pipe(
  v.string(),
  v.maxLength(20),
  // As people type it: with spaces or hyphens, in small letters.
  v.transform((typed) => typed.replace(/[\s-]/g, '').toUpperCase()),
  v.regex(/^(\d{6}|[0-9A-Z]{8})$/, 'a PIN of six digits or a code of eight characters'),
);
const version = { v: v.literal(PROTOCOL_VERSION) };
const token = idText(16, 200);

/** One for each request: a missing one does not compile. */
const requestSchemas: {
  readonly [N in RequestName]: v.GenericSchema<unknown, RequestOf<N>>;
} = {
  look: v.strictObject({ ...version, code }),
  join: v.strictObject({
    ...version,
    code,
    joinSecret: idText(16, 128),
    name: v.nullable(text(200)),
  }),
  rejoin: v.strictObject({ ...version, token }),
  submit: v.strictObject({
    ...version,
    submissionId: branded<SubmissionId>(8, 64),
    index,
    vote: v.picklist([1, 2]),
    answer: answerSchema,
    confidence: v.nullable(v.picklist(confidences)),
    claimedMs: v.nullable(v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(DAY_MS))),
  }),
  open: v.strictObject({
    ...version,
    key: token,
    quiz: quizSchema,
    roster: v.pipe(v.array(text(200)), v.maxLength(MAX_ROSTER)),
    openId: idText(16, 128),
  }),
  rooms: v.strictObject({ ...version, key: token }),
  host: v.strictObject({ ...version, hostToken: token }),
  command: v.strictObject({ ...version, command: commandSchema }),
  results: v.strictObject(version),
  delete: v.strictObject({ ...version, roomId: branded<RoomId>(8, 64) }),
};

export function isRequestName(name: string): name is RequestName {
  return Object.hasOwn(requestSchemas, name);
}

export type BadRequest =
  { readonly error: 'other-version' } | { readonly error: 'bad-message'; readonly detail: string };

/** Reads the body of a request; anything that is not exactly what the protocol says is refused. */
export function readRequest<N extends RequestName>(
  name: N,
  body: unknown,
): Result<RequestOf<N>, BadRequest> {
  const said = typeof body === 'object' && body !== null && 'v' in body ? body.v : undefined;
  if (typeof said === 'number' && said !== PROTOCOL_VERSION) return err({ error: 'other-version' });
  const parsed = v.safeParse(requestSchemas[name], body);
  if (parsed.success) return ok(parsed.output);
  const { path, message } = firstIssue(parsed.issues);
  return err({ error: 'bad-message', detail: path === '' ? message : `${path}: ${message}` });
}
