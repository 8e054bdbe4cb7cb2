import Speakers

/// Scores models on articles that they did not learn from.
struct CrossValidation {
  let articles: [TrainingArticle]
  let settings: Learner.Settings
  /// Into how many parts the articles are divided.
  let folds: Int
  /// The corpus whose texts are each left out alone, instead of with others of their part.
  var alone: String?

  /// For each round the articles to learn from and those to score.
  private var rounds: [(learnt: [TrainingArticle], held: [TrainingArticle])] {
    var rounds: [(learnt: [TrainingArticle], held: [TrainingArticle])] = []
    for fold in 0..<folds {
      let held = articles.filter { $0.fold(of: folds) == fold && $0.corpus != alone }
      guard !held.isEmpty else { continue }
      rounds.append((articles.filter { $0.fold(of: folds) != fold }, held))
    }
    for article in articles where article.corpus == alone {
      rounds.append((articles.filter { $0.id != article.id }, [article]))
    }
    return rounds
  }

  /// Scores all articles.
  func evaluate() -> Evaluation {
    var report = Evaluation()
    for (learnt, held) in rounds {
      var learner = Learner(settings: settings)
      learner.train(learnt)
      report.add(held, model: LinearModel(learner.weights))
    }
    return report
  }

  /// Scores models that do without one group of facts after the other; the first score is that of
  /// all facts together.
  func ablate(_ groups: [FeatureGroup]) -> [(name: String, board: ScoreBoard)] {
    var reports = [Evaluation](repeating: Evaluation(), count: groups.count + 1)
    for (learnt, held) in rounds {
      var base = Learner(settings: settings)
      base.learnSpans(learnt)
      let conversations = base.judgedConversations(learnt)
      for (index, group) in ([nil] + groups.map(Optional.some)).enumerated() {
        var learner = base
        if let group { learner.leaveOut(group) }
        if let group, !group.isOfTurns {
          learner = Learner(settings: settings)
          learner.leaveOut(group)
          learner.train(learnt)
        } else {
          learner.learnConversations(conversations)
        }
        reports[index].add(held, given: false, model: LinearModel(learner.weights))
      }
    }
    let names = ["all facts"] + groups.map { "without: \($0.rawValue)" }
    return zip(names, reports).map { ($0, $1.board) }
  }
}
