// The speech models in a process of their own: onnxruntime ends the process on some errors, and only this one.
//
//     caravan-speech listen     --vad DIR --whisper DIR [--language zh] [--threads 1] [--progress]
//     caravan-speech speak      --voice DIR --kind vits|kokoro [--threads 1]
//     caravan-speech voiceprint --model FILE
//
// Folders are those of `script/bootstrap series`: silero, whisper-base, piper-joe, kokoro; FILE is voiceprint/weights.bin.
//
// One JSON object a line on standard input is a job, one on standard output its answer, in order, flushed at once. The first
// line out says that the model is loaded: {"ready":"speak","rate":22050,"speakers":1}. Standard error is for people.
//
//     listen      {"id":"1","file":"a.wav"}        a WAV file of 16 kHz (channels are mixed), or raw f32le 16 kHz mono
//              →  {"id":"1","seconds":93.2,
//                  "segments":[{"start":1.20,"end":3.41,"text":"你敢欺负我女儿",
//                               "words":[{"text":"你","start":1.20,"end":1.38}, …]}, …],
//                  "dropped":[{"start":…,"end":…,"text":"字幕由…","reason":"hallucination"|"repetition"|"empty"}, …]}
//                 With --progress, before it: {"id":"1","progress":0.37}.
//                 An optional "spans":[[start,end],…] says where speech is; then nothing is looked for elsewhere.
//     speak       {"id":"1","phonemes":["həlˈoʊ.","haʊ ɑːɹ juː?"],"speaker":0,"speed":1.0,"out":"x.wav"}
//              →  {"id":"1","seconds":1.83}         32-bit float WAV, mono; written beside and renamed. The same job gives
//                                                   the same bytes, in any order. Symbols that the voice does not know are
//                                                   left out; "skipped":n says how many.
//                 For Mandarin by Kokoro "pinyin":["ni3hao3, ni3 zai4 na3li5?"] instead of phonemes.
//     voiceprint  {"id":"1","file":"a.wav","spans":[[1.2,3.4],…]}
//              →  {"id":"1","embedding":[256 numbers of length 1],"seconds":2.2}   without spans the whole file
//
// A job that fails: {"id":"1","error":"what is wrong and what to do"}. When the process ends before a job's answer, that
// job is to blame. Exit codes: 0 after the last job, 2 for wrong use, 3 when a model is not there; any other one comes from a
// library that gave up, on a broken model file for instance.

import FoundationEssentials
import Glibc

/// Answers go to the true standard output; whatever a library prints lands in standard error.
let answers = Answers()

do {
    let options = try Options(Array(CommandLine.arguments.dropFirst()))
    switch options.command {
    case "listen": try Listening(options).run()
    case "speak": try Speaking(options).run()
    case "voiceprint": try Voiceprinting(options).run()
    default: throw WorkerError.usage("unknown command \(options.command)")
    }
} catch let error as WorkerError {
    Descriptor.standardError("caravan-speech: \(error.message)\n")
    exit(error.code)
}
