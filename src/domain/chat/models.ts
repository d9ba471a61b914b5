/** A model that people know by name. */
export interface KnownModel {
  id: string;
  name: string;
  provider: string;
}

/** The engine that is part of this product: it answers always. */
export const engineModel: KnownModel = { id: "ohm/engine", name: "Ohm engine", provider: "ohm" };

/** The perspectives of the engine: in a group each adds what the answer lacks. */
export const perspectiveModels: readonly KnownModel[] = [
  { id: "ohm/cost", name: "Cost", provider: "ohm" },
  { id: "ohm/power", name: "Power", provider: "ohm" },
  { id: "ohm/safety", name: "Safety", provider: "ohm" },
  { id: "ohm/firmware", name: "Firmware", provider: "ohm" },
  { id: "ohm/sourcing", name: "Sourcing", provider: "ohm" },
];

/** Language models that are listed by name; each answers where a provider that serves it is configured. */
export const languageModels: readonly KnownModel[] = [
  { id: "google/gemini-flash-1.5", name: "Gemini Flash 1.5", provider: "google" },
  { id: "openai/gpt-4o-mini", name: "GPT-4o mini", provider: "openai" },
  { id: "anthropic/claude-3.5-sonnet", name: "Claude 3.5 Sonnet", provider: "anthropic" },
  { id: "meta-llama/llama-3-8b-instruct", name: "Llama 3 8B Instruct", provider: "meta-llama" },
  { id: "deepseek/deepseek-v2-coder", name: "DeepSeek V2 Coder", provider: "deepseek" },
  { id: "qwen/qwen-2-7b-instruct", name: "Qwen 2 7B Instruct", provider: "qwen" },
];
