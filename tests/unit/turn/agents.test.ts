import { describe, expect, test } from "vitest";
import { toolDefinitions } from "../../../src/application/turn-tools.ts";
import { toolNames } from "../../../src/domain/agents/agent-definition.ts";
import { agentFor, agents, systemPrompt } from "../../../src/domain/agents/agents.ts";
import { agentIds, intents } from "../../../src/domain/chat/lists.ts";

describe("agents as data", () => {
  test("[TURN-17] every intent has one agent, and nobody but the orchestrator may route", () => {
    for (const intent of intents) {
      expect(
        agentIds.filter((id) => agents[id].intents.includes(intent)),
        intent,
      ).toEqual([agentFor(intent).id]);
    }
    expect(agentIds.filter((id) => agents[id].tools.includes("route"))).toEqual(["orchestrator"]);
  });

  test.each(agentIds)("[TURN-17] %s names itself, its rules and tools with closed JSON schemas", (id) => {
    const agent = agents[id];
    expect(agent.id).toBe(id);
    const prompt = systemPrompt(agent, "The chat has no design yet.");
    for (const rule of agent.prompt.rules) expect(prompt).toContain(`- ${rule}`);
    expect(prompt.endsWith("The chat has no design yet.")).toBe(true);
    if (agent.output.kind === "tool_call") expect(agent.tools).toContain(agent.output.tool);
    for (const { name, description, parameters } of toolDefinitions(id)) {
      expect(toolNames).toContain(name);
      expect(description.length).toBeGreaterThan(20);
      expect(parameters).toMatchObject({ type: "object", additionalProperties: false });
      expect(JSON.parse(JSON.stringify(parameters))).toEqual(parameters);
    }
  });
});
