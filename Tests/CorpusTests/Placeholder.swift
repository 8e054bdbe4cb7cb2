import Corpus
import Testing
