import { z } from 'zod';
import type { PartyId } from '../../domain/index.ts';
import { CONFIDENCES } from '../../quiz/index.ts';
import { intentSchema, MAX_SEED, offerSchema, responseSchema } from '../../session/index.ts';
import type { RoleMove } from '../roles/role-types.ts';
import type { Envelope, RoomCommand, SeatCommand } from './room-command.ts';
import type { RoomEvent } from './room-event.ts';
import { ACTIVITIES, REASON_TAGS } from './room-ids.ts';

// The doors of a room: what a device says, and what was kept of a room. Sizes are limited before anything is done.

/** UTF-16 code units. */
export const MAX_NAME = 24;
export const MAX_REASON = 140;
export const MAX_CARD = 280;
const MAX_ID = 200;
/** Keys are random, and the log keeps them all. */
const MAX_KEY = 64;
export const MAX_TEAM = 4;
const MAX_TABLES = 10;
/** Two hours. */
const MAX_SECONDS = 7_200;
const MAX_PEOPLE = 20;
const MAX_ITEMS = 100;

const id = z.string().max(MAX_ID);
const index = z.int().min(0);
const place = z.strictObject({ kind: z.enum(['choice', 'quiz']), decision: index, scene: id });
const reason = z.strictObject({
  tag: z.enum(REASON_TAGS).exactOptional(),
  text: z.string().max(MAX_REASON).exactOptional(),
});
const confidence = z.enum(CONFIDENCES);
const form = z.enum(['pre', 'post']);
const activity = z.enum(ACTIVITIES);
/** SHA-256 as hexadecimal digits. */
export const tokenSchema = z.string().regex(/^[0-9a-f]{64}$/);
const roleMove: z.ZodType<RoleMove> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('propose'), offer: offerSchema }),
  z.strictObject({ type: z.literal('vote'), yes: z.boolean() }),
  z.strictObject({ type: z.literal('leave') }),
]);
const seconds = z.int().min(1).max(MAX_SECONDS);
const tables = z.int().min(1).max(MAX_TABLES);

const seatCommands = [
  z.strictObject({ type: z.literal('vote.cast'), place, choice: id, reason: reason.exactOptional() }),
  z.strictObject({ type: z.literal('quiz.cast'), place, response: responseSchema, confidence }),
  z.strictObject({ type: z.enum(['name.draw', 'team.speak', 'role.speak']) }),
  z.strictObject({ type: z.literal('team.join'), team: id }),
  z.strictObject({ type: z.literal('team.pick'), place, choice: id }),
  z.strictObject({ type: z.literal('team.move'), at: index, intent: intentSchema }),
  z.strictObject({
    type: z.literal('round.answer'),
    form,
    item: id,
    response: responseSchema,
    confidence,
  }),
  z.strictObject({ type: z.literal('role.take'), table: id, party: id }),
  z.strictObject({ type: z.literal('role.move'), at: index, move: roleMove }),
] as const;

const hostCommands = [
  z.strictObject({
    type: z.enum([
      'room.lock',
      'room.unlock',
      'room.pause',
      'room.resume',
      'room.end',
      'words.allow',
      'words.forbid',
      'timer.stop',
      'roles.close',
      'summary.show',
    ]),
  }),
  z.strictObject({ type: z.literal('host.renew'), hostToken: tokenSchema }),
  z.strictObject({
    type: z.literal('seat.rename'),
    seat: id,
    name: z.string().max(MAX_NAME).exactOptional(),
  }),
  z.strictObject({ type: z.enum(['seat.hide', 'seat.show', 'seat.remove']), seat: id }),
  z.strictObject({ type: z.literal('card.push'), text: z.string().max(MAX_CARD) }),
  z.strictObject({ type: z.literal('card.withdraw'), card: id }),
  z.strictObject({ type: z.literal('timer.start'), seconds }),
  z.strictObject({ type: z.literal('activity.start'), activity }),
  z.strictObject({ type: z.enum(['vote.reveal', 'vote.cover']), place }),
  z.strictObject({ type: z.literal('reason.hide'), place, seat: id }),
  z.strictObject({ type: z.literal('run.move'), at: index, intent: intentSchema }),
  z.strictObject({ type: z.literal('run.rewind'), decision: index }),
  z.strictObject({ type: z.literal('teams.form'), size: z.int().min(1).max(MAX_TEAM) }),
  z.strictObject({ type: z.literal('team.seat'), seat: id, team: id }),
  z.strictObject({ type: z.literal('teams.gather'), team: id }),
  z.strictObject({ type: z.enum(['round.open', 'round.close']), form }),
  z.strictObject({ type: z.literal('roles.open'), tables, track: id, phase: id }),
  z.strictObject({ type: z.literal('role.seat'), seat: id, table: id, party: id }),
  z.strictObject({ type: z.literal('role.nudge'), table: id }),
] as const;

/** A message of a device, whoever it belongs to. */
export const envelopeSchema: z.ZodType<Envelope> = z.strictObject({
  key: z.string().min(1).max(MAX_KEY),
  n: index,
  command: z.discriminatedUnion('type', [...seatCommands, ...hostCommands]),
});

const SEAT_COMMANDS: Readonly<Record<SeatCommand['type'], true>> = {
  'vote.cast': true,
  'quiz.cast': true,
  'name.draw': true,
  'team.join': true,
  'team.speak': true,
  'team.pick': true,
  'team.move': true,
  'round.answer': true,
  'role.take': true,
  'role.speak': true,
  'role.move': true,
};

/** Whether a pupil's device may ask for it; everything else is the teacher's. */
export function isSeatCommand(command: RoomCommand): command is SeatCommand {
  return Object.hasOwn(SEAT_COMMANDS, command.type);
}

const receipt = z.strictObject({ seat: id, n: index, key: z.string().min(1).max(MAX_KEY) });
const people: z.ZodType<readonly PartyId[]> = z.array(id).max(MAX_PEOPLE);

/** What happened in a room, as it was kept. */
export const eventSchema: z.ZodType<RoomEvent> = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('room.opened'),
    code: id,
    scenario: z.strictObject({ id, hash: id }),
    tier: id,
    seed: z.int().min(0).max(MAX_SEED),
    language: id,
    hostToken: tokenSchema,
  }),
  z.strictObject({
    type: z.enum([
      'room.locked',
      'room.unlocked',
      'room.paused',
      'room.resumed',
      'room.ended',
      'words.allowed',
      'words.forbidden',
      'timer.stopped',
      'roles.closed',
    ]),
  }),
  z.strictObject({ type: z.literal('host.renewed'), hostToken: tokenSchema }),
  z.strictObject({
    type: z.literal('seat.joined'),
    seat: id,
    name: z.string().max(MAX_NAME),
    token: tokenSchema,
  }),
  z.strictObject({
    type: z.literal('seat.renamed'),
    receipt: receipt.exactOptional(),
    seat: id,
    name: z.string().max(MAX_NAME),
  }),
  z.strictObject({ type: z.enum(['seat.hidden', 'seat.shown', 'seat.removed']), seat: id }),
  z.strictObject({ type: z.literal('card.pushed'), card: id, text: z.string().max(MAX_CARD) }),
  z.strictObject({ type: z.literal('card.withdrawn'), card: id }),
  z.strictObject({ type: z.literal('timer.started'), at: z.number(), seconds }),
  z.strictObject({ type: z.literal('activity.started'), activity }),
  z.strictObject({
    type: z.literal('vote.cast'),
    receipt,
    place,
    choice: id,
    reason: reason.exactOptional(),
  }),
  z.strictObject({ type: z.literal('quiz.cast'), receipt, place, response: responseSchema, confidence }),
  z.strictObject({ type: z.enum(['vote.revealed', 'vote.covered']), place }),
  z.strictObject({ type: z.literal('reason.hidden'), place, seat: id }),
  z.strictObject({ type: z.literal('run.moved'), intent: intentSchema }),
  z.strictObject({ type: z.literal('run.rewound'), decision: index }),
  z.strictObject({ type: z.literal('team.joined'), receipt: receipt.exactOptional(), seat: id, team: id }),
  z.strictObject({ type: z.literal('team.spoken'), receipt, seat: id, team: id }),
  z.strictObject({ type: z.literal('team.picked'), receipt, place, choice: id }),
  z.strictObject({ type: z.literal('team.moved'), receipt, team: id, intent: intentSchema }),
  z.strictObject({ type: z.literal('teams.gathered'), team: id }),
  z.strictObject({ type: z.literal('round.opened'), form, items: z.array(id).max(MAX_ITEMS) }),
  z.strictObject({
    type: z.literal('round.answered'),
    receipt,
    form,
    item: id,
    response: responseSchema,
    confidence,
  }),
  z.strictObject({ type: z.literal('round.closed'), form }),
  z.strictObject({ type: z.literal('roles.opened'), tables, track: id, phase: id, tier: id }),
  z.strictObject({
    type: z.literal('role.taken'),
    receipt: receipt.exactOptional(),
    seat: id,
    table: id,
    party: id,
  }),
  z.strictObject({ type: z.literal('role.spoken'), receipt, seat: id, table: id, party: id }),
  z.strictObject({
    type: z.literal('role.moved'),
    receipt,
    table: id,
    party: id,
    move: roleMove,
    people,
  }),
  z.strictObject({ type: z.literal('role.nudged'), table: id, people }),
]);
