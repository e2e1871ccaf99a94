import type { components } from './schema';

type Schemas = components['schemas'];

export type Me = Schemas['Me'];
export type Person = Schemas['Person'];
export type PersonRef = Schemas['PersonRef'];
export type PersonSummary = Schemas['PersonSummary'];
export type Experts = Schemas['Experts'];
export type Expert = Schemas['Expert'];
export type Reason = Schemas['Reason'];
export type Evidence = Schemas['Evidence'];
export type PersonPage = Schemas['PersonPage'];
export type UpdatePerson = Schemas['UpdatePerson'];
export type Suggestions = Schemas['Suggestions'];
export type SuggestionReason = Schemas['SuggestionReason'];
export type Skill = Schemas['Skill'];
export type ShownTo = Schemas['ShownTo'];
export type ProfileVisibility = Schemas['ProfileVisibility'];
export type Audience = Schemas['Audience'];
export type Post = Schemas['Post'];
export type PostKind = Schemas['PostKind'];
export type Found = Schemas['Found'];
export type FoundKind = Post['kind'];
export type FoundPage = Schemas['SearchPage'];
export type CatchUp = Schemas['CatchUp'];
export type ThreadNews = Schemas['ThreadNews'];
export type PostPage = Schemas['PostPage'];
export type EditPost = Schemas['EditPost'];
export type Edition = Schemas['Edition'];
export type SavePost = Schemas['SavePost'];
export type Saved = Schemas['Saved'];
export type SavedPost = Schemas['SavedPost'];
export type PublishPost = Schemas['PublishPost'];
export type ReactionKind = Schemas['ReactionKind'];
export type ReactionEvent = Schemas['ReactionEvent'];
export type Community = Schemas['Community'];
export type CommunityPage = Schemas['CommunityPage'];
export type CreateCommunity = Schemas['CreateCommunity'];
export type MemberPage = Schemas['MemberPage'];
export type MembershipRule = Schemas['MembershipRule'];
export type MembershipRulePreview = Schemas['MembershipRulePreview'];
export type RuleAttribute = Schemas['RuleAttribute'];
export type RuleReason = Schemas['RuleReason'];
export type SetMembershipRule = Schemas['SetMembershipRule'];
export type MemberRole = Schemas['MemberRole'];
export type Stage = Schemas['Stage'];
export type Visibility = Schemas['Visibility'];
export type InventoryEntry = Schemas['InventoryEntry'];
export type InventoryPage = Schemas['InventoryPage'];
export type AddInventoryEntry = Schemas['AddInventoryEntry'];
export type InventoryReport = Schemas['InventoryReport'];
export type UpdateInventoryEntry = Schemas['UpdateInventoryEntry'];
export type Export = Schemas['Export'];
export type Webhook = Schemas['Webhook'];
export type WebhookEvent = Schemas['WebhookEvent'];
export type CreateWebhook = Schemas['CreateWebhook'];
export type UpdateWebhook = Schemas['UpdateWebhook'];
export type Delivery = Schemas['Delivery'];
export type GuardPattern = Schemas['GuardPattern'];
export type AddGuardPattern = Schemas['AddGuardPattern'];
export type Problem = Schemas['Problem'];

/** A page of anything, as every list answers. */
export interface Page<Item> {
  items: Item[];
  next: string | null;
}
