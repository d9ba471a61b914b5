/** Values that the examples of the OpenAPI document share. */
export const exampleIds = {
  chat: "019aac6e-3c00-7000-8000-000000000001",
  message: "019aac6e-3c00-7000-8000-000000000002",
  answer: "019aac6e-3c00-7000-8000-000000000003",
  run: "019aac6e-3c00-7000-8000-000000000004",
  client: "5f0c6a52-4a6c-4b7e-9a53-0d0f6b6f4a10",
  user: "019aac6e-3c00-7000-8000-000000000005",
  project: "019aac6e-3c00-7000-8000-000000000006",
} as const;

const at = 1_795_383_600_000;

export const exampleChat = {
  id: exampleIds.chat,
  title: "ESP32 weather station",
  mode: "workbench",
  phase: "bom",
  projectId: null,
  missionStatement: null,
  modelId: null,
  role: "owner",
  lastSequence: 2,
  lastMessageAt: at,
  isPublic: false,
  createdAt: at,
  updatedAt: at,
};

export const exampleJob = {
  id: exampleIds.run,
  kind: "recount_chat",
  chatId: exampleIds.chat,
  subject: "ESP32 weather station",
  state: "failed",
  attempts: 5,
  done: 1,
  total: 3,
  error: "Something went wrong on our side",
  createdAt: at,
  updatedAt: at,
};

export const exampleMember = {
  userId: exampleIds.user,
  name: "Guest",
  role: "owner",
  joinedAt: at,
  guest: true,
};

export const exampleInvitation = {
  id: "019aac6e-3c00-7000-8000-000000000006",
  token: "Zq3m0Jt9Vd2xKc7uRf5sLg",
  url: "https://ohm.example/invite/Zq3m0Jt9Vd2xKc7uRf5sLg",
  role: "member",
  guests: true,
  uses: 1,
  maxUses: 10,
  expiresAt: null,
  createdBy: exampleIds.user,
  createdByName: "Ada",
  createdAt: at,
};

export const exampleListedChat = {
  ...exampleChat,
  verdict: "PASS",
  totalCents: 3140,
  lastReadSequence: 2,
  memberCount: 1,
};

export const exampleMessage = {
  id: exampleIds.message,
  seq: 3,
  sequence: 1,
  runId: null,
  senderType: "user",
  senderId: exampleIds.user,
  senderName: "Guest",
  agent: null,
  agentIcon: null,
  modelId: null,
  intent: null,
  parentId: null,
  replyToId: null,
  isFirstResponder: false,
  content: "Battery-powered ESP32 weather station with an OLED, budget $45",
  status: "complete",
  attachments: [],
  artifacts: [],
  revision: null,
  inputTokens: null,
  outputTokens: null,
  costMicroUsd: null,
  latencyMs: null,
  createdAt: at,
};

export const exampleAnswer = {
  ...exampleMessage,
  id: exampleIds.answer,
  seq: 5,
  sequence: 2,
  runId: exampleIds.run,
  senderType: "ai",
  senderId: null,
  senderName: null,
  agent: "bom",
  modelId: "ohm/engine",
  intent: "BOM",
  isFirstResponder: true,
  content: "Here is a checked design.",
  artifacts: [{ slug: "bom", version: 1 }],
  revision: 1,
  inputTokens: 0,
  outputTokens: 0,
  costMicroUsd: 0,
  latencyMs: 900,
};

export const exampleArtifact = {
  slug: "bom",
  type: "bom",
  title: "Parts",
  currentVersion: 1,
  totalVersions: 1,
  pinned: false,
  stale: false,
};

export const exampleVersionSummary = {
  slug: "bom",
  number: 1,
  parentNumber: null,
  type: "bom",
  title: "Parts",
  changeSummary: "First design",
  messageId: exampleIds.answer,
  author: { kind: "agent", agent: "bom", modelId: "ohm/engine" },
  verdict: "PASS",
  createdAt: at,
};

export const exampleVersion = { ...exampleVersionSummary, content: "U1 ESP32 DevKitC", data: [] };

export const exampleRevision = {
  number: 1,
  parent: null,
  versions: [{ slug: "bom", version: 1 }],
  verdict: "PASS",
  totalCents: 3950,
  messageId: exampleIds.answer,
  author: { kind: "agent", agent: "bom", modelId: "ohm/engine" },
  changeSummary: "First design",
  createdAt: at,
};
